import { Link } from '@remix-run/react'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { RestingOn } from '#app/services/sources/read-sentences.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Status } from './page.tsx'
import { sectionTone } from './tones.ts'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  resting: RestingOn
  /** Titles by item, where several items are shown at once. */ titles?: ReadonlyMap<string, string>
}

/** A list of more sentences is closed at first: the page says how many there are. */
const openAtMost = 40

/** All sentences that rest on a source or publication: as they are being written, and as they were released. */
export function SourceResting({ resting: { drafts, released }, titles }: Props) {
  const text = useText(sourceTexts).resting
  const language = useLanguage()
  const count = (lines: readonly { sentences: readonly unknown[] }[]) =>
    lines.reduce((sum, line) => sum + line.sentences.length, 0)
  const releases = new Set(released.map(({ release }) => release)).size
  return (
    <section aria-labelledby="resting">
      <h2 id="resting">{text.heading}</h2>
      {drafts.length === 0 && released.length === 0 && <p className="soft">{text.none}</p>}
      {drafts.length > 0 && (
        <details open={count(drafts) <= openAtMost}>
          <summary>{text.drafts(text.sentences(count(drafts)), text.sections(drafts.length))}</summary>
          <ul className="plain-list rows">
            {drafts.map((line) => (
              <li key={line.sectionId}>
                <p className="source-place">
                  <Link to={`/sections/${line.sectionId}`} lang={foreign(line.language, language)}>
                    {line.number} {line.title}
                  </Link>{' '}
                  <span className="soft small" lang={foreign(line.language, language)}>
                    {line.report}
                  </span>{' '}
                  <Status tone={sectionTone[line.status]}>{words[language].sectionStatus[line.status]}</Status>
                </p>
                <Sentences line={line} titles={titles} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {drafts.length > 0 && released.length === 0 && <p className="soft">{text.noneReleased}</p>}
      {released.length > 0 && (
        <details open={count(drafts) === 0 && count(released) <= openAtMost}>
          <summary>{text.released(text.sentences(count(released)), text.releases(releases))}</summary>
          <ul className="plain-list rows">
            {released.map((line) => (
              <li key={`${line.release} ${line.number}`}>
                <p className="source-place">
                  <Link to={`/releases/${line.release}`} lang={foreign(line.language, language)}>
                    {line.release}, {line.number} {line.title}
                  </Link>{' '}
                  {!line.newest && <span className="soft small">({text.superseded})</span>}
                </p>
                <Sentences line={line} titles={titles} anchorOf={(id) => `/releases/${line.release}#${id}`} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const foreign = (written: Language, shown: Language) => (written === shown ? undefined : written)

function Sentences({
  line,
  titles,
  anchorOf,
}: {
  line: RestingOn['drafts'][number] | RestingOn['released'][number]
  titles?: ReadonlyMap<string, string> | undefined
  anchorOf?: (blockId: string) => string
}) {
  const text = useText(sourceTexts).resting
  const language = useLanguage()
  return (
    <ul className="source-sentences">
      {line.sentences.map((sentence, index) => {
        const said = sentence.text || text.noWords
        const about = [
          titles && titles.size > 1 ? titles.get(sentence.sourceItemId) : undefined,
          sentence.locator,
          sentence.support !== 'supports' ? words[language].support[sentence.support] : undefined,
        ].filter(Boolean)
        return (
          <li key={index}>
            <span className="text" lang={foreign(line.language, language)}>
              {anchorOf && sentence.blockId ? <Link to={anchorOf(sentence.blockId)}>{said}</Link> : said}
            </span>
            {about.length > 0 && <span className="soft small"> ({about.join(' · ')})</span>}
          </li>
        )
      })}
    </ul>
  )
}
