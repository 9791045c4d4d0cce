import '#app/styles/planning.css'
import '#app/styles/country.css'
import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { ChangeList } from '#app/components/country/change-list.tsx'
import { Facts, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { MilestoneTable } from '#app/components/planning/milestone-table.tsx'
import { useLeadTime } from '#app/components/planning/milestone-words.ts'
import { PlanForm } from '#app/components/planning/plan-form.tsx'
import { PlanStage } from '#app/components/planning/plan-stage.tsx'
import { usePlanTitle } from '#app/components/planning/plan-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatPeriod } from '#app/i18n/format.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { roleAllows } from '#app/policies/policies.ts'
import { readPlan } from '#app/services/planning/read-planning.server.ts'
import { replan, Replanned } from '#app/services/planning/replan.server.ts'
import { readTermsHistory } from '#app/services/terms-of-reference/read-terms-history.server.ts'
import { milestones } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => planningTexts[language].title)

export const loader = guardedLoader('planning.view', async ({ useCase, actor, params, request }) => {
  const line = await readPlan(useCase, params.termsId)
  const { changes } = await readTermsHistory(useCase, line.termsId, { marks: false, kind: 'planned' })
  return {
    line,
    changes,
    done: new URL(request.url).searchParams.get('done') === 'planned',
    may: { change: roleAllows(actor, 'planning.change') },
  }
})

export const action = guardedAction('planning.change', async ({ useCase, params, request }) => {
  const { termsId } = await readPlan(useCase, params.termsId)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = {
    startsOn: text('startsOn'),
    dates: Object.fromEntries(milestones.map((it) => [it, text(it)])),
    reason: text('reason'),
  }
  const input = Replanned.safeParse({ ...typed, termsId, revision: Number(text('revision')) })
  // A milestone's field has its name; the others their own.
  const errors: Record<string, string> = {}
  for (const { path, message } of input.error?.issues ?? []) errors[String(path.at(-1))] ??= message
  if (!input.success) return data({ typed, errors, moved: false }, 422)
  try {
    await replan(useCase, input.data)
    return redirect(`/planning/${termsId}?done=planned`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'plan-changed') return data({ typed, errors: {}, moved: true }, 409)
    if (error.code !== 'invalid-input') throw error
    const field = error.detail === 'plan-same' ? 'startsOn' : 'released'
    return data({ typed, errors: { [field]: error.detail ?? 'other' }, moved: false }, 422)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function PlanPage() {
  const { line, changes, done, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(planningTexts)
  const language = useLanguage()
  const leadTimeOf = useLeadTime()
  return (
    <>
      <PageHead
        crumbs={[{ to: '/planning', text: text.title }]}
        title={text.plan.title(usePlanTitle()(line))}
        actions={
          <ButtonLink to={`/planning/${line.termsId}/calendar.ics`} reloadDocument>
            {text.calendar}
          </ButtonLink>
        }
      />
      {done && !answer && (
        <Notice tone="ok">
          <p>{text.plan.done}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.stage, <PlanStage key="stage" line={line} />],
          [text.leadTime, leadTimeOf(line)],
          [text.agreed, formatDay(line.dueOn, language)],
          [text.plan.terms, <Period key="terms" line={line} />],
          line.reportId !== null && [
            text.plan.report,
            <Link key="report" to={`/reports/${line.reportId}`}>
              {text.sections(line.releasedSections, line.sections)}
            </Link>,
          ],
        ]}
      />
      <MilestoneTable milestones={line.milestones} startsOn={line.startsOn} />
      {may.change && <PlanForm line={line} answer={answer} />}
      <h2>{text.plan.history}</h2>
      {changes.length === 0 ? (
        <p>{text.plan.noHistory}</p>
      ) : (
        <ChangeList base={`/terms-of-reference/${line.termsId}`} changes={changes} />
      )}
    </>
  )
}

function Period({ line }: { line: { termsId: string; periodFrom: string; periodTo: string } }) {
  return <Link to={`/terms-of-reference/${line.termsId}`}>{formatPeriod(line.periodFrom, line.periodTo, useLanguage())}</Link>
}
