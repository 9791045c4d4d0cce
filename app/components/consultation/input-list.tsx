import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { InputState } from '#schemas/vocabulary.ts'
import { ButtonLink } from '../button.tsx'
import { Empty, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { inputTone } from './input-tone.ts'
import { InputView } from './input-view.tsx'

type Line = ComponentProps<typeof InputView>['input'] & {
  number: number
  state: InputState
  points: readonly number[]
  setAsideReason: string | null
}

type Props = { inputs: readonly Line[]; base: string; may: { report: boolean; distil: boolean } }

/** What was said about a version, each with the points taken from it. */
export function InputList({ inputs, base, may }: Props) {
  const text = useText(consultationTexts).input
  const word = words[useLanguage()]
  return (
    <section aria-labelledby="input">
      <div className="section-head">
        <h2 id="input">{text.heading}</h2>
        {may.report && <ButtonLink to={`${base}/report`}>{text.report}</ButtonLink>}
      </div>
      {inputs.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        <ol className="plain-list rows">
          {inputs.map((input) => (
            <li key={input.number} id={`input-${input.number}`} className="given">
              <div className="given-head">
                <h3>{text.number(input.number)}</h3>
                <Status tone={inputTone[input.state]}>{word.inputState[input.state]}</Status>
              </div>
              <InputView input={input} />
              {input.setAsideReason && (
                <p>
                  {text.setAside}: <span className="said">{input.setAsideReason}</span>
                </p>
              )}
              <div className="given-links">
                {input.points.length > 0 && (
                  <span>
                    {text.points}:{' '}
                    {input.points.map((number, index) => (
                      <span key={number}>
                        {index > 0 && ', '}
                        <Link to={`${base}/points/${number}`}>{text.point(number)}</Link>
                      </span>
                    ))}
                  </span>
                )}
                {may.distil && (
                  <Link to={`${base}/distil?input=${input.number}`}>
                    {text.distil}
                    <span className="hidden-visually"> {text.number(input.number)}</span>
                  </Link>
                )}
                {may.distil && input.state === 'received' && (
                  <Link to={`${base}/inputs/${input.number}/set-aside`}>
                    {text.setAsideLink}
                    <span className="hidden-visually"> {text.number(input.number)}</span>
                  </Link>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
