import type { Printed } from './printed.ts'
import { bibliographyOf, createFootnotes } from './footnotes.ts'
import { outlineOf } from './outline.ts'
import { dutchDay, releaseFacts, sectionDates, type RenderOptions } from './release-facts.ts'
import { blocks, typstBackEnd } from './typst-blocks.ts'
import { typstCall, typstPieces, typstText } from './typst-code.ts'
import { typstLayout } from './typst-layout.ts'
import { walkDocument } from './walk.ts'
import { words } from './words.ts'

/**
 * A whole release as Typst, to be set as an accessible PDF. It needs the fonts Source Serif 4, Source Sans 3 and Noto Naskh Arabic, and no file
 * beside it. Headings and footnotes carry their own numbers.
 */
export function renderTypst(content: Printed, options: RenderOptions = {}): string {
  const { language, title, kind, notice, number, releasedAt, items } = content
  const text = words[language]
  const footnotes = createFootnotes(content)
  const facts = releaseFacts(content, options)
  const cover = typstLayout(
    { title, kind: content.kicker ?? text.reportKind[kind], notice, facts },
    language,
    dutchDay(releasedAt),
    number,
  )
  const sections = outlineOf(content).flatMap(({ number, title, depth, section }) => {
    const heading = typstCall('heading', [`level: ${depth + 1}`], typstText(`${number} ${title}`.trim()))
    if (!section) return [heading]
    const { questions, document } = section
    const dates = sectionDates(section, content)
    return [
      heading,
      dates ? typstCall('dates', [], typstText(dates)) : '',
      questions.length > 0
        ? typstCall(
            'dates',
            [],
            typstText(`${text.questions}: `) + typstText(questions.map(({ wording }) => wording).join(' · ')),
          )
        : '',
      ...walkDocument({ document, sources: content, footnotes, language }, typstBackEnd(depth + 2, language)),
    ]
  })
  const sources = bibliographyOf(Object.values(items), language, content.citationStyle).map(
    (pieces) => `[${typstPieces(pieces)}]`,
  )
  return blocks([
    cover,
    ...sections,
    ...(sources.length > 0 ? [typstCall('heading', ['level: 1'], typstText(text.bibliography)), typstCall('list', sources)] : []),
  ]).concat('\n')
}
