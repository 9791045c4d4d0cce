import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { useText } from '../use-text.ts'

/** How every figure of the evaluation is counted. */
export function Definitions() {
  const text = useText(evaluationTexts).definitions
  return (
    <details className="evaluation-definitions">
      <summary>{text.heading}</summary>
      <dl>
        {text.items.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
