import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { DecisionForm } from '#app/components/rounds/decision-form.tsx'
import { ProposalGroupView } from '#app/components/rounds/proposal-group.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { SimilarList } from '#app/components/rounds/similar-list.tsx'
import { useText } from '#app/components/use-text.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { decideProposals } from '#app/services/rounds/decide-proposals.server.ts'
import { findSimilar } from '#app/services/rounds/find-similar.server.ts'
import { groupOf } from '#app/services/rounds/proposal-groups.ts'
import { proposalState, readProposals } from '#app/services/rounds/read-proposals.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveDecision } from '#app/services/rounds/receive-decision.server.ts'
import { questionsOf } from '#app/services/rounds/subject-tree.ts'
import { visibleProposals } from '#app/services/rounds/visible-proposals.ts'

export const meta = pageTitle<{ number: number }>((language, page) => page && roundTexts[language].proposal.title(page.number))

const doneCodes = ['given', 'changed', 'merged', 'parted', 'decided'] as const

export const loader = guardedLoader('round.view', async ({ useCase, actor, language, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  const proposals = visibleProposals(actor, await readProposals(useCase.sql, round.id))
  const proposal = proposals.find((it) => String(it.number) === params.number)
  if (!proposal) throw new DomainError('not-found')
  const chapters = await readSubjectTree(useCase.sql, round)
  const { head, others } = groupOf(proposals, proposal)
  const group = [head, ...others]
  const insider = allows(actor, 'proposal.view-all')
  const standing = proposals.filter((it) => it.withdrawnAt === null)
  const query = new URL(request.url).searchParams
  return {
    round,
    number: proposal.number,
    group,
    chapters,
    similar: insider && !proposal.withdrawnAt ? await findSimilar(group, standing, questionsOf(chapters), language) : null,
    own: group.filter((it) => it.giverId === actor.id).map((it) => it.number),
    done: doneCodes.find((it) => it === query.get('done')) ?? null,
    moved: query.has('moved'),
    may: {
      terms: allows(actor, 'terms.view'),
      change: allows(actor, 'proposal.change', proposalState(round, proposal)),
      decide: allows(actor, 'proposal.decide', round) && proposal.withdrawnAt === null,
    },
  }
})

export const action = guardedAction('proposal.decide', async ({ useCase, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const answer = await receiveDecision(
    round.id,
    await request.formData(),
    () => permit(round),
    (input) => decideProposals(useCase, input).then(() => true as const),
  )
  if (answer.saved === null) return data(answer, answer.status)
  return redirect(`/terms-of-reference/rounds/${round.id}/proposals/${params.number}?done=decided`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ProposalPage() {
  const { round, number, group, chapters, similar, own, done, moved, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const text = texts.proposal
  const base = `/terms-of-reference/rounds/${round.id}`
  const decided = group.some((it) => it.decisions.length > 0)
  // Begins anew with what was typed when an answer came, or when the proposals or the questions are others.
  const revisions = [...group, ...questionsOf(chapters)].map((it) => it.revision)
  const stamp = JSON.stringify([answer?.values, answer?.errors, revisions])
  const form = <DecisionForm key={stamp} group={group} chapters={chapters} answer={answer} />
  const subject = useSubjectName()(round)
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(subject) },
        ]}
        title={group.length > 1 ? text.numbers(group.map((it) => it.number).join(', ')) : text.title(number)}
        actions={may.change && <ButtonLink to={`${base}/proposals/${number}/edit`}>{text.edit}</ButtonLink>}
      />
      {moved && (
        <Notice tone="warning">
          <p>{texts.moved}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="ok">
          <p>{texts.done[done]}</p>
        </Notice>
      )}
      <ProposalGroupView
        group={group}
        chapters={chapters}
        own={own}
        parting={may.decide && !decided ? `${base}/proposals/${number}/merge` : undefined}
        {...(may.terms && {
          linkTo: (key: string) =>
            round.termsId
              ? `/terms-of-reference/${round.termsId}?question=${key}#${key}`
              : `/terms-of-reference/standards/${round.standardId}?question=${key}#${key}`,
        })}
      />
      {may.change && (
        <details className="withdraw">
          <summary>{text.withdraw}</summary>
          <Form method="post" action={`${base}/proposals/${number}/withdraw`}>
            <p>{text.withdrawSure}</p>
            <Button>{text.withdrawSubmit}</Button>
          </Form>
        </details>
      )}
      {similar && <SimilarList similar={similar} base={`${base}/proposals`} number={number} mayMerge={may.decide && !decided} />}
      {may.decide &&
        (decided ? (
          <details className="decide-again" open={answer !== undefined}>
            <summary>{texts.decide.again}</summary>
            <p>{texts.decide.againLead}</p>
            {form}
          </details>
        ) : (
          <section aria-labelledby="decide">
            <h2 id="decide">{texts.decide.title}</h2>
            {form}
          </section>
        ))}
    </>
  )
}
