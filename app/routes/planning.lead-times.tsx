import '#app/styles/planning.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { LeadTimeForm } from '#app/components/planning/lead-time-form.tsx'
import { useText } from '#app/components/use-text.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readLeadTimes } from '#app/services/planning/lead-times.server.ts'
import { NewLeadTime, setLeadTime } from '#app/services/planning/set-lead-time.server.ts'
import { milestones } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => planningTexts[language].leadTimePage.title)

export const loader = guardedLoader('lead-time.set', async ({ useCase, request }) => ({
  leadTimes: await readLeadTimes(useCase),
  done: new URL(request.url).searchParams.get('done') === 'set',
}))

export const action = guardedAction('lead-time.set', async ({ useCase, request }) => {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = {
    kind: text('kind'),
    months: text('months'),
    shares: Object.fromEntries(milestones.map((it) => [it, text(it)])),
    reason: text('reason'),
  }
  const number = (value: string) => (/^\d+$/.test(value.trim()) ? Number(value) : undefined)
  const input = NewLeadTime.safeParse({
    kind: typed.kind,
    revision: number(text('revision')),
    months: number(typed.months),
    shares: Object.fromEntries(milestones.map((it) => [it, number(typed.shares[it] ?? '')])),
    reason: typed.reason,
  })
  const errors: Record<string, string> = {}
  for (const { path, message } of input.error?.issues ?? []) errors[String(path.at(-1))] ??= message
  if (!input.success) return data({ typed, errors, moved: false }, 422)
  try {
    await setLeadTime(useCase, input.data)
    return redirect('/planning/lead-times?done=set')
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return data({ typed, errors: {}, moved: true }, 409)
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function LeadTimes() {
  const { leadTimes, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(planningTexts)
  return (
    <>
      <PageHead crumbs={[{ to: '/planning', text: text.title }]} title={text.leadTimePage.title} lead={text.leadTimePage.lead} />
      {done && !answer && (
        <Notice tone="ok">
          <p>{text.leadTimePage.done}</p>
        </Notice>
      )}
      {leadTimes.map((leadTime) => (
        <LeadTimeForm
          key={leadTime.kind}
          leadTime={leadTime}
          answer={answer?.typed.kind === leadTime.kind ? answer : undefined}
        />
      ))}
    </>
  )
}
