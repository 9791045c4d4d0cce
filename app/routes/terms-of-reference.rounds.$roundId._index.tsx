import '#app/styles/terms.css'
import '#app/styles/home.css'
import '#app/styles/rounds.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { orderOf } from '#app/components/rounds/places.ts'
import { ProposalRow, shownState } from '#app/components/rounds/proposal-row.tsx'
import { RoundFacts, useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readProposals } from '#app/services/rounds/read-proposals.server.ts'
import { groupProposals } from '#app/services/rounds/proposal-groups.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { visibleProposals } from '#app/services/rounds/visible-proposals.ts'

export const meta = pageTitle((language) => roundTexts[language].round)

const shows = ['all', 'undecided', 'own'] as const
const doneCodes = ['opened', 'altered', 'closed', 'withdrawn'] as const

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  const query = new URL(request.url).searchParams
  return {
    round,
    proposals: visibleProposals(actor, await readProposals(useCase.sql, round.id)),
    chapters: await readSubjectTree(useCase.sql, round),
    organisation: actor.organisation,
    show: shows.find((it) => it === query.get('show')) ?? 'all',
    done: doneCodes.find((it) => it === query.get('done')) ?? null,
    moved: query.has('moved'),
    may: {
      terms: allows(actor, 'terms.view'),
      give: allows(actor, 'proposal.give', round),
      manage: allows(actor, 'round.change', round),
    },
  }
})

export default function RoundPage() {
  const { round, proposals, chapters, organisation, show, done, moved, may } = useLoaderData<typeof loader>()
  const texts = useText(roundTexts)
  const text = texts.page
  const terms = useText(termsTexts)
  const base = `/terms-of-reference/rounds/${round.id}`
  const groups = groupProposals(proposals)
    .filter(({ head, others }) => {
      const all = [head, ...others]
      if (show === 'undecided') return all.some((it) => shownState(it) === 'undecided')
      return show === 'all' || all.some((it) => it.organisation === organisation)
    })
    .sort((a, b) => orderOf(chapters, a.head) - orderOf(chapters, b.head) || a.head.number - b.head.number)
  return (
    <>
      <PageHead
        crumbs={[
          ...(may.terms ? [{ to: '/terms-of-reference', text: terms.title }] : []),
          { to: '/terms-of-reference/rounds', text: texts.title },
        ]}
        title={texts.about(useSubjectName()(round))}
        actions={
          <>
            {may.manage && <ButtonLink to={`${base}/manage`}>{text.manage}</ButtonLink>}
            {may.give && (
              <ButtonLink look={may.manage ? 'secondary' : 'primary'} to={`${base}/questions`}>
                {text.propose}
              </ButtonLink>
            )}
          </>
        }
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
      <RoundFacts round={round} linked={may.terms} />
      <section aria-labelledby="request">
        <h2 id="request" className="first-heading">
          {text.request}
        </h2>
        <p className="round-request">{round.request}</p>
        {round.closingReason && (
          <p>
            <strong>{text.closingReason}:</strong> {round.closingReason}
          </p>
        )}
      </section>
      <section aria-labelledby="proposals">
        <h2 id="proposals">{text.proposals}</h2>
        {may.terms ? (
          <nav className="round-shows" aria-label={text.show.label}>
            {shows.map((it) => (
              <Link key={it} to={`?show=${it}`} preventScrollReset aria-current={it === show ? 'page' : undefined}>
                {text.show[it]}
              </Link>
            ))}
          </nav>
        ) : (
          <p className="soft">{text.ownOnly}</p>
        )}
        {groups.length === 0 ? (
          <Empty>
            <p>
              {show === 'all' ? text.empty : text.emptyShow}{' '}
              {show === 'all' && (may.give ? text.emptyGive : round.phase === 'deciding' ? text.lateGive : null)}
            </p>
          </Empty>
        ) : (
          <ul className="plain-list rows">
            {groups.map(({ head, others }) => (
              <li key={head.id}>
                <ProposalRow proposal={head} others={others} chapters={chapters} to={(number) => `${base}/proposals/${number}`} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
