import '#app/styles/releases.css'
import '#app/styles/terms.css'
import { Link, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { Facts, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ReleasedQuestionView } from '#app/components/released-question.tsx'
import { useContentsThatFollow } from '#app/components/use-contents-that-follow.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatPeriod } from '#app/i18n/format.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readReleasedTerms } from '#app/services/releases/read-released-terms.server.ts'

export const meta = pageTitle<{ terms: { title: string; number: string } }>((language, data) =>
  data ? `${releaseTexts[language].terms.of(data.terms.title)} (${data.terms.number})` : undefined,
)

export const loader = guardedLoader('release.view', async ({ useCase, params }) => ({
  terms: await readReleasedTerms(useCase, params.number ?? ''),
}))

/** The terms of reference that went with a release: every question, what differs from the standard and why, and where it is answered. */
export default function ReleasedTermsPage() {
  const { terms } = useLoaderData<typeof loader>()
  const text = useText(releaseTexts)
  const language = useLanguage()
  const reading = useRef<HTMLElement>(null)
  const contents = useRef<HTMLElement>(null)
  useContentsThatFollow(reading, contents)
  const to = `/releases/${terms.number}`
  const formats = ['pdf', 'docx', 'html', 'json'] as const
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/releases', text: text.title },
          { to, text: terms.number },
        ]}
        title={text.terms.title}
        lead={<span lang={terms.language}>{terms.title}</span>}
      />
      {terms.notice && (
        <Notice tone="warning">
          <p lang={terms.language}>
            <strong>{terms.notice}</strong>
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.terms.standard, `${terms.standard.title[language]}, ${text.terms.version} ${terms.standard.version}`],
          [text.reader.period, formatPeriod(terms.period.from, terms.period.to, language)],
          terms.handedOverOn !== null && [text.terms.handedOver, formatDay(terms.handedOverOn, language)],
          terms.acceptedOn !== null && [text.terms.accepted, formatDay(terms.acceptedOn, language)],
        ]}
      />
      <p className="soft">{text.terms.explain}</p>
      <div className="reader">
        <nav className="reader-contents no-print" aria-labelledby="contents-title" ref={contents}>
          <details open>
            <summary>
              <h2 id="contents-title">{text.reader.contents}</h2>
            </summary>
            <ol className="plain-list">
              {terms.sections.flatMap((section) => [
                ...section.opening.map((chapter) => (
                  <li key={chapter.anchor} data-depth={0}>
                    <a href={`#${chapter.anchor}`}>
                      {chapter.number} {chapter.title[language]}
                    </a>
                  </li>
                )),
                <li key={section.anchor} data-depth={section.path.length}>
                  <a href={`#${section.anchor}`}>
                    {section.number} {section.title[language]}
                  </a>
                </li>,
              ])}
              <li data-depth={0}>
                <a href="#downloads">{text.reader.downloads}</a>
              </li>
            </ol>
          </details>
        </nav>
        <article className="reader-text" ref={reading}>
          {terms.sections.map((section) => (
            <section key={section.anchor} aria-labelledby={section.anchor}>
              {section.opening.map((chapter) => (
                <h2 key={chapter.anchor} id={chapter.anchor}>
                  {chapter.number} {chapter.title[language]}
                </h2>
              ))}
              <h3 id={section.anchor}>
                {section.number} {section.title[language]}
              </h3>
              <ol className="plain-list rows">
                {section.questions.map((question) => (
                  <li key={question.key} id={question.key} className="question" data-state={question.state}>
                    <ReleasedQuestionView question={question} release={to} />
                  </li>
                ))}
              </ol>
            </section>
          ))}
          <section aria-labelledby="downloads" className="no-print">
            <h2 id="downloads">{text.reader.downloads}</h2>
            <ul>
              {formats.map((format) => (
                <li key={format}>
                  <Link to={`${to}/terms-of-reference/${format}`} reloadDocument>
                    {text.reader.formats[format]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        </article>
      </div>
    </>
  )
}
