import '#app/styles/hand-over.css'
import type { ReactNode } from 'react'
import { Notice, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import type { HandOverSection } from '#app/services/hand-over/read-hand-over.server.ts'

type Props = {
  section: Pick<HandOverSection, 'id' | 'reportId' | 'report' | 'language' | 'number' | 'title'>
  title: string
  lead: string
  /** What is wrong with what was filled in. */
  problems: readonly string[]
  children: ReactNode
}

/** The head of a page with one form about a section. */
export function SectionFormPage({ section, title, lead, problems, children }: Props) {
  const text = useText(handOverTexts)
  const summary = useText(errorTexts).formSummary
  const foreign = section.language === useLanguage() ? undefined : section.language
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/reports', text: text.reports },
          { to: `/reports/${section.reportId}`, text: <span lang={foreign}>{section.report}</span> },
          {
            to: `/sections/${section.id}`,
            text: (
              <span lang={foreign}>
                {section.number} {section.title}
              </span>
            ),
          },
        ]}
        title={title}
        lead={lead}
      />
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {children}
    </>
  )
}
