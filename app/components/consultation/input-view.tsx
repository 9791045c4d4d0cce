import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { InputChannel, Theme } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from '../use-text.ts'

type Said = {
  channel: InputChannel
  organisation: { nameNl: string; nameEn: string }
  receivedOn: string
  questionNl: string | null
  questionEn: string | null
  themes: readonly Theme[]
  body: string
}

/** What an organisation said: about which question, as it stood then, when, and how it came. */
export function InputView({ input, own = false }: { input: Said; own?: boolean }) {
  const text = useText(consultationTexts).input
  const language = useLanguage()
  const word = words[language]
  const organisation = pick(input.organisation.nameNl, input.organisation.nameEn, language)
  const question = input.questionNl === null ? null : pick(input.questionNl, input.questionEn ?? '', language)
  return (
    <>
      <p className="soft small">
        {!own && (
          <>
            <strong lang={organisation.lang}>{organisation.text}</strong> · {word.inputChannel[input.channel]} ·{' '}
          </>
        )}
        {text.received(formatDay(input.receivedOn, language))}
      </p>
      <p className="soft small">
        {question ? (
          <>
            {text.about}: <span lang={question.lang}>{question.text}</span>
          </>
        ) : (
          text.general
        )}
      </p>
      <p className="said">{input.body}</p>
      {input.themes.length > 0 && (
        <ul className="tags">
          {input.themes.map((theme) => (
            <li key={theme} className="tag">
              {word.theme[theme]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
