import { Status } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { capital } from '#app/i18n/pick.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { aspectsTold } from '#editor/checks/aspects-told.ts'
import { aspectsOf } from '#editor/checks/question-wording/subjects.ts'
import { aspects } from '#schemas/question-wording.ts'
import type { QuestionKind } from '#schemas/vocabulary.ts'
import { PlaceButton } from './place-button.tsx'

type Props = {
  question: { kind: QuestionKind; wordingNl: string }
  told: ReturnType<typeof aspectsTold>
  onGo: (blockId: string) => void
}

/** Of law, policy, practice and protection that a question asks about: where the text speaks of it, or that it does not yet. */
export function ToldOf({ question, told, onGo }: Props) {
  const text = useText(helpTexts)
  const language = useLanguage()
  const inWords = aspectsOf(question.wordingNl, 'nl')
  const asked = aspects.filter((aspect) => aspect === question.kind || inWords.includes(aspect))
  if (asked.length === 0) return null
  return (
    <ul className="plain-list small told-of-list" aria-label={text.told}>
      {asked.map((aspect) => {
        const name = capital(words[language].questionKind[aspect])
        const place = told[aspect]
        return (
          <li key={aspect}>
            {place ? (
              <Status tone={place.gap ? 'busy' : 'good'}>
                <PlaceButton blockId={place.blockId} onGo={onGo}>
                  {name}
                  {place.gap && ` (${text.toldGap})`}
                </PlaceButton>
              </Status>
            ) : (
              <Status>
                {name}: {text.notTold}
              </Status>
            )}
          </li>
        )
      })}
    </ul>
  )
}
