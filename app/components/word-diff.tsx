import '#app/styles/word-diff.css'
import { wordDiff } from '#editor/document/word-diff.ts'
import { comparisonTexts } from '#app/i18n/comparison.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  before: string
  after: string
  /** The language of both wordings, where it is not the page's. */
  lang?: Language | undefined
}

/**
 * A wording with what was changed in it: removed words struck out, added words underlined, and both said in words to those who do not see that.
 */
export function WordDiff({ before, after, lang }: Props) {
  const text = useText(comparisonTexts).words
  return (
    <span className="word-diff" lang={lang}>
      {wordDiff(before, after).map(({ text: part, change }, index) => {
        if (change === 'same') return part
        const Element = change === 'removed' ? 'del' : 'ins'
        return (
          <Element key={index}>
            <Said>{text[change]}</Said>
            {part}
            <Said>{text.end}</Said>
          </Element>
        )
      })}
    </span>
  )
}

/** Heard, not seen; in the language of the page, whatever that of the wording. */
function Said({ children }: { children: string }) {
  return (
    <span className="hidden-visually" lang={useLanguage()}>
      {` ${children} `}
    </span>
  )
}
