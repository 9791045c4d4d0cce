import { Link } from '@remix-run/react'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Coverage } from '#app/services/terms-of-reference/question-tree.ts'
import type { QuestionKind } from '#schemas/vocabulary.ts'
import { Status } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'

/** What SR-28 wants told of every right and group: the law, the policy, the practice, and who protects. */
const chain: readonly QuestionKind[] = ['law', 'policy', 'practice', 'protection']

/** What terms of reference cover: questions by kind, law to protection, and whether the gender block is whole. */
export function CoverageStrip({ coverage, to }: { coverage: Coverage; to: string }) {
  const text = useText(termsTexts).coverage
  const language = useLanguage()
  const word = words[language].questionKind
  const { genderBlock } = coverage
  const counts = (of: Partial<Record<QuestionKind, number>>) => chain.map((kind) => `${word[kind]} ${of[kind] ?? 0}`).join(', ')
  const asked = Object.fromEntries(coverage.kinds.map(({ kind, asked }) => [kind, asked]))
  const missing = chain.filter((kind) => !asked[kind])
  return (
    <section className="coverage" aria-labelledby="coverage">
      <h2 id="coverage">{text.heading}</h2>
      <p>{text.total(coverage.asked, coverage.dropped, coverage.added)}</p>
      <ul className="coverage-kinds" aria-label={text.kinds}>
        {coverage.kinds.map(({ kind, asked, dropped }) => (
          <li key={kind}>
            {word[kind]} <b>{asked}</b>
            {dropped > 0 && <span className="soft"> ({text.dropped(dropped)})</span>}
          </li>
        ))}
      </ul>
      <div className="coverage-parts">
        <div>
          <h3>{text.chain}</h3>
          <p>
            <Status tone={missing.length === 0 ? 'good' : 'bad'}>{counts(asked)}</Status>
          </p>
          {missing.length > 0 && <p>{text.chainMissing(missing.map((kind) => word[kind]).join(', '))}</p>}
        </div>
        <div>
          <h3>{text.gender}</h3>
          {genderBlock.dropped.length === 0 ? (
            <p>
              <Status tone="good">{text.genderComplete(genderBlock.standard)}</Status>
            </p>
          ) : (
            <>
              <p className="coverage-incomplete" data-tone="bad">
                {text.genderIncomplete(genderBlock.standard - genderBlock.dropped.length, genderBlock.standard)}
              </p>
              <ul>
                {genderBlock.dropped.map((question) => {
                  const wording = pick(question.wordingNl, question.wordingEn, language)
                  return (
                    <li key={question.key}>
                      <Link to={`${to}?question=${question.key}#${question.key}`} lang={wording.lang}>
                        {wording.text}
                      </Link>{' '}
                      <span className="soft">{question.reason}</span>
                    </li>
                  )
                })}
              </ul>
            </>
          )}
          <p className="soft small">{counts(genderBlock.kinds)}</p>
        </div>
      </div>
    </section>
  )
}
