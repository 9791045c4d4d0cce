import { consultationTexts } from '#app/i18n/consultations.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { CoordinatorTopic } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from '../use-text.ts'

type Proposal = {
  topic: CoordinatorTopic
  questions: number
  inputs: number
  points: number
  coordinators: readonly { id: string; name: string }[]
}

/** Which coordinators to involve, and what touches their subject (SR-49). */
export function CoordinatorProposals({ proposals }: { proposals: readonly Proposal[] }) {
  const text = useText(consultationTexts).coordinators
  const word = words[useLanguage()].topic
  return (
    <section aria-labelledby="coordinators">
      <h2 id="coordinators">{text.heading}</h2>
      {proposals.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          <p className="soft">{text.lead}</p>
          <dl className="consultation-facts">
            {proposals.map((it) => (
              <div key={it.topic}>
                <dt>
                  {capital(word[it.topic])}
                  <span className="small"> ({text.because(it.questions, it.inputs, it.points)})</span>
                </dt>
                <dd>{it.coordinators.length === 0 ? text.nobody : it.coordinators.map((person) => person.name).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
