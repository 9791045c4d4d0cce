import '#app/styles/report-text.css'
import '#app/styles/releases.css'
import { Link, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { Facts, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermInPlace } from '#app/components/glossary/term-in-place.tsx'
import { FootnoteInPlace } from '#app/components/footnote-in-place.tsx'
import { Placed } from '#app/components/placed.tsx'
import { PassageCitation } from '#app/components/passage-citation.tsx'
import { useContentsThatFollow } from '#app/components/use-contents-that-follow.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatMoment, formatPeriod } from '#app/i18n/format.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { today } from '#app/platform/today.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { presentRelease } from '#app/services/releases/present-release.server.ts'

export const meta = pageTitle<{ release: { title: string; number: string } }>((_language, data) =>
  data ? `${data.release.title} (${data.release.number})` : undefined,
)

export const loader = guardedLoader('release.view', async ({ useCase, actor, params, installation, place }) => {
  const { sections, footnotesHtml, bibliographyHtml, ...release } = await presentRelease(useCase, params.number ?? '')
  const placed = (name: string, html: string) => place(`${release.hash}-${name}`, html)
  return {
    release: {
      ...release,
      sections: sections.map(({ html, ...section }) => ({ ...section, text: placed(section.anchor, html) })),
      footnotes: placed('footnotes', footnotesHtml),
      bibliography: placed('bibliography', bibliographyHtml),
    },
    baseUrl: installation.config.baseUrl,
    today: today(useCase.clock),
    may: { remark: allows(actor, 'remark.give-as-officer') },
  }
})

const headingTags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function Heading({ depth, number, title, anchor }: { depth: number; number: string; title: string; anchor: string }) {
  const Tag = headingTags[Math.min(depth, headingTags.length - 1)] ?? 'h6'
  return (
    <Tag id={anchor}>
      {number} {title}
    </Tag>
  )
}

export default function ReleaseReader() {
  const { release, baseUrl, today, may } = useLoaderData<typeof loader>()
  const text = useText(releaseTexts)
  const remarks = useText(remarkTexts)
  const language = useLanguage()
  const reading = useRef<HTMLElement>(null)
  const contents = useRef<HTMLElement>(null)
  useContentsThatFollow(reading, contents)
  const formats = ['pdf', 'docx', 'html', 'json'] as const
  return (
    <>
      <PageHead crumbs={[{ to: '/releases', text: text.title }]} title={<span lang={release.language}>{release.title}</span>} />
      {release.notice && (
        <Notice tone="warning">
          <p lang={release.language}>
            <strong>{release.notice}</strong>
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.reader.number, release.number],
          [text.report, words[language].reportKind[release.kind]],
          [text.reader.period, formatPeriod(release.period.from, release.period.to, language)],
          [text.reader.released, formatMoment(release.releasedAt, language)],
          release.hasTerms && [
            text.terms.title,
            <Link key="terms" to={`/releases/${release.number}/terms-of-reference`}>
              {text.terms.link}
            </Link>,
          ],
        ]}
      />
      <div className="reader">
        <nav className="reader-contents no-print" aria-labelledby="contents-title" ref={contents}>
          <details open>
            <summary>
              <h2 id="contents-title">{text.reader.contents}</h2>
            </summary>
            <ol className="plain-list" lang={release.language}>
              {release.contents.map((line) => (
                <li key={line.anchor} data-depth={line.depth}>
                  <a href={`#${line.anchor}`}>
                    {line.number} {line.title}
                  </a>
                </li>
              ))}
              <li data-depth={0}>
                <a href="#footnotes">{text.reader.footnotes}</a>
              </li>
              <li data-depth={0}>
                <a href="#bibliography">{text.reader.bibliography}</a>
              </li>
              <li data-depth={0}>
                <a href="#downloads">{text.reader.downloads}</a>
              </li>
            </ol>
          </details>
        </nav>
        <article className="reader-text" ref={reading}>
          {release.sections.map((section) => (
            <section key={section.number} aria-labelledby={section.anchor} lang={release.language}>
              {section.opening.map((line) => (
                <Heading key={line.anchor} {...line} />
              ))}
              <Heading {...section} />
              <p className="reader-date" lang={language}>
                {text.reader.asOf} <strong>{formatDay(section.asOf, language)}</strong>
                <span className="soft">
                  {' '}
                  · {text.reader.approvedOn} {formatDay(section.approvedOn, language)}
                </span>
              </p>
              <details className="reader-questions">
                <summary lang={language}>{text.reader.questions(section.questions.length)}</summary>
                <ul>
                  {section.questions.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
                {may.remark && (
                  <p lang={language}>
                    <Link to={`/releases/${release.number}/remarks/${section.number}`}>
                      {remarks.link}
                      <span className="hidden-visually"> {remarks.of(section.number)}</span>
                    </Link>
                  </p>
                )}
              </details>
              <Placed className="report-text text" text={section.text} />
            </section>
          ))}
          <section aria-labelledby="footnotes" className="report-text text">
            <h2 id="footnotes">{text.reader.footnotes}</h2>
            <Placed lang={release.language} text={release.footnotes} />
          </section>
          <section aria-labelledby="bibliography" className="report-text text">
            <h2 id="bibliography">{text.reader.bibliography}</h2>
            <Placed lang={release.language} text={release.bibliography} />
          </section>
          <section aria-labelledby="downloads" className="no-print">
            <h2 id="downloads">{text.reader.downloads}</h2>
            <ul>
              {formats.map((format) => (
                <li key={format}>
                  <Link to={`/releases/${release.number}/download/${format}`} reloadDocument>
                    {text.reader.formats[format]}
                  </Link>
                </li>
              ))}
            </ul>
            {release.hasTerms && (
              <p>
                <Link to={`/releases/${release.number}/terms-of-reference`}>{text.terms.link}</Link>
              </p>
            )}
            <p className="small soft">
              {text.reader.hash}: <code className="reader-hash">{release.hash}</code>
              <br />
              {text.reader.hashHelp}
            </p>
          </section>
        </article>
      </div>
      <TermInPlace within={reading} />
      <FootnoteInPlace within={reading} closeText={text.reader.close} />
      <PassageCitation within={reading} release={release} baseUrl={baseUrl} today={today} />
    </>
  )
}
