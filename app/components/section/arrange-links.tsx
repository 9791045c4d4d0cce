import '#app/styles/arrange.css'
import { Link } from '@remix-run/react'
import { useText } from '#app/components/use-text.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'

type Props = { section: { id: string; number: string; hasText: boolean; splittable: boolean; named: boolean } }

/** The ways to arrange a section that are open for it. */
export function ArrangeLinks({ section }: Props) {
  const text = useText(arrangeTexts)
  const ways = [
    section.named && (['rename', text.renameLink] as const),
    section.splittable && (['split', text.splitLink] as const),
    section.hasText && (['questions', text.bindLink] as const),
  ].filter((way) => way !== false)
  return (
    <ul className="plain-list arrange-links small no-print">
      {ways.map(([path, name]) => (
        <li key={path}>
          <Link to={`/sections/${section.id}/${path}`}>
            {name}
            <span className="hidden-visually"> {text.of(section.number)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
