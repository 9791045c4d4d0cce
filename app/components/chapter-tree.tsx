import { Link } from '@remix-run/react'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Chapter, Section } from '#app/services/terms-of-reference/question-tree.ts'
import { questionKinds } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

/**
 * Chapters as links, the open one with its sections; each with how many questions it asks, by kind.
 * @param to the page that shows a chapter, where it is not this one.
 */
export function ChapterTree({ chapters, current, to = '' }: { chapters: readonly Chapter[]; current: string; to?: string }) {
  const text = useText(termsTexts).tree
  return (
    <nav className="chapter-tree" aria-label={text.label}>
      <ol>
        {chapters.map((chapter) => (
          <li key={chapter.key}>
            <Link to={`${to}?chapter=${chapter.key}`} aria-current={chapter.key === current ? 'page' : undefined}>
              <NodeTitle node={chapter} />
            </Link>
            <Counts node={chapter} />
            {chapter.key === current && (
              <ol>
                {chapter.sections.map((section) => (
                  <li key={section.key}>
                    <a href={`#${section.key}`}>
                      <NodeTitle node={section} />
                    </a>
                    <Counts node={section} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type Titled = { number: string; titleNl: string; titleEn: string }

/** "3.9 Seksueel en gendergerelateerd geweld". */
export function NodeTitle({ node }: { node: Titled }) {
  const language = useLanguage()
  return (
    <>
      {node.number} {pick(node.titleNl, node.titleEn, language).text}
    </>
  )
}

function Counts({ node }: { node: Section }) {
  const language = useLanguage()
  const text = useText(termsTexts).tree
  const kinds = questionKinds.flatMap((kind) =>
    node.kinds[kind] ? `${words[language].questionKind[kind]} ${node.kinds[kind]}` : [],
  )
  return (
    <span className="chapter-counts">
      {node.asked === 0 ? text.none : text.asked(node.asked)}
      {kinds.length > 1 || node.asked > 1 ? <> · {kinds.join(', ')}</> : null}
    </span>
  )
}
