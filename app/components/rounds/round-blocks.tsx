import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WorkBlock } from '../work-block.tsx'
import { phaseTone, useSubjectName, type ShownRound } from './round-facts.tsx'

type List = { rows: ShownRound[]; more: boolean }

/** Rounds on "Mijn werk": those that ask my organisation, and for policy staff those that run. */
export function RoundBlocks({ asked, running }: { asked: List | null; running: List | null }) {
  const texts = useText(roundTexts)
  const text = texts.home
  const all = { to: '/terms-of-reference/rounds', text: text.all }
  return (
    <>
      {asked && (
        <WorkBlock title={text.asked.title} list={asked} empty={text.asked.empty} keyOf={(it) => it.id} all={all}>
          {(round) => <RoundLine round={round} told={text.asked.own(round.own)} />}
        </WorkBlock>
      )}
      {running && (
        <WorkBlock title={text.running.title} list={running} empty={text.running.empty} keyOf={(it) => it.id} all={all}>
          {(round) => (
            <RoundLine
              round={round}
              told={
                round.undecided > 0
                  ? text.running.waiting(round.undecided)
                  : round.proposals > 0
                    ? text.running.ready
                    : text.running.none
              }
            />
          )}
        </WorkBlock>
      )}
    </>
  )
}

function RoundLine({ round, told }: { round: ShownRound; told: string }) {
  const texts = useText(roundTexts)
  const text = texts.home
  const day = formatDay(round.closesOn, useLanguage())
  const name = useSubjectName()(round)
  return (
    <>
      <div className="work-line">
        <Link to={`/terms-of-reference/rounds/${round.id}`}>{capital(name)}</Link>
        <Status tone={phaseTone[round.phase]}>{texts.phase[round.phase]}</Status>
      </div>
      <div className="work-facts">
        {round.phase === 'open' ? text.until(day) : text.ended(day)} · {told}
      </div>
    </>
  )
}
