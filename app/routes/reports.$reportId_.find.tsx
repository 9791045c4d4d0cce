import '#app/styles/find.css'
import '#app/styles/word-diff.css'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { z } from 'zod'
import { FindForm } from '#app/components/find/find-form.tsx'
import { FoundSections } from '#app/components/find/found-sections.tsx'
import { ReplaceOutcome, type Outcome } from '#app/components/find/replace-outcome.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { findTexts } from '#app/i18n/find.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { findInReport } from '#app/services/reports/find-in-report.server.ts'
import { readReportLine } from '#app/services/reports/list-reports.server.ts'
import { replaceInSection } from '#app/services/reports/replace-in-section.server.ts'
import { readChosenSections } from '#app/services/reports/section-state.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'
import { FindQuery } from '#editor/find/find.ts'

export const meta = pageTitle((language) => findTexts[language].title)

/** What the form asks; null where it was not sent yet. */
function asked(form: URLSearchParams | FormData) {
  const text = form.get('text')
  const typed = {
    text: String(text ?? ''),
    words: String(form.get('words') ?? '').slice(0, 2000),
    matchCase: form.get('case') === 'yes',
    wholeWord: form.get('word') === 'yes',
    preview: form.get('preview') === 'yes',
  }
  const query = FindQuery.safeParse(typed)
  const problem = text === null || query.success ? null : typed.text === '' ? 'needed' : 'tooLong'
  return { typed, query: query.data ?? null, problem } as const
}

export const loader = guardedLoader('report.view', async ({ useCase, actor, params, request }) => {
  const { id, title } = await readReportLine(useCase, params.reportId)
  const { typed, query, problem } = asked(new URL(request.url).searchParams)
  const found = query && (await findInReport(useCase, id, query))
  return {
    report: { id, title },
    typed,
    problem,
    found: found && {
      searched: found.searched,
      sections: found.sections.map(({ authorId: _author, contributorIds: _contributors, ...section }, index) => ({
        ...section,
        writable: allows(actor, 'section.write', found.sections[index]!),
      })),
    },
  }
})

const Chosen = z.array(z.tuple([z.string(), z.coerce.number().int().min(0)]))

/** Replaces in the chosen sections, one after the other: what becomes of one changes nothing for the next. */
export const action = guardedAction('section.save', async ({ useCase, actor, params, request, installation }) => {
  const { id } = await readReportLine(useCase, params.reportId)
  const form = await request.formData()
  const { typed, query } = asked(form)
  const chosen = Chosen.safeParse(form.getAll('section').map((it) => String(it).split(' ')))
  if (!query || !chosen.success) throw new DomainError('invalid-input')
  const versions = new Map(chosen.data)
  if (versions.size === 0) return data({ problem: 'chooseOne' as const, outcomes: [] }, 422)
  const outcomes: Outcome[] = []
  for (const section of await readChosenSections(useCase, id, [...versions.keys()])) {
    const of = (state: Outcome['state'], count = 0) => outcomes.push({ id: section.id, number: section.number, state, count })
    if (!allows(actor, 'section.write', section)) of('skipped')
    else {
      const replacing = { sectionId: section.id, version: versions.get(section.id)!, query, words: typed.words }
      try {
        const { replaced, stopped } = await replaceInSection(useCase, replacing)
        of(stopped ?? 'replaced', replaced)
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'not-found') throw error
        of('refused')
      }
      hubOf(installation.sql).appended(useCase, section.id)
    }
  }
  return { problem: null, outcomes }
})

export const shouldRevalidate = alsoAfterRefusal

export default function FindPage() {
  const { report, typed, problem, found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(findTexts)
  const reports = useText(reportTexts)
  const language = useLanguage()
  const count = found?.sections.reduce((sum, section) => sum + section.count, 0) ?? 0
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/reports', text: reports.title },
          { to: `/reports/${report.id}`, text: <span lang={language === 'nl' ? undefined : 'nl'}>{report.title}</span> },
        ]}
        title={text.title}
        lead={text.lead}
      />
      {answer && <ReplaceOutcome outcomes={answer.outcomes} problem={answer.problem && text[answer.problem]} />}
      <FindForm typed={typed} problem={problem && text[problem]} />
      {!found ? (
        problem === null && <p className="soft">{text.start}</p>
      ) : count === 0 ? (
        <Empty>{text.nothing}</Empty>
      ) : (
        <>
          <h2>{text.results}</h2>
          <p role="status">{text.found(count, found.sections.length, found.searched)}</p>
          <FoundSections typed={typed} sections={found.sections} />
        </>
      )}
    </>
  )
}
