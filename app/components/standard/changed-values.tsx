import { Fragment, type ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Theme } from '#schemas/vocabulary.ts'
import { QuestionKind, StandardStatus, type Language } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'

type Values = Readonly<Record<string, unknown>>
type Props = {
  before: Values | null
  after: Values | null
  /** The title of a chapter or section, where it is known. */
  titleOf?: (key: string) => string
}

/** Fields that are text in one language: their change is shown word by word. */
const texts: Record<string, Language> = {
  wordingNl: 'nl',
  wordingEn: 'en',
  formerWordingNl: 'nl',
  rationaleNl: 'nl',
  rationaleEn: 'en',
  titleNl: 'nl',
  titleEn: 'en',
}

/** What a change was about: each field with what it was and what it became; texts word by word. */
export function ChangedValues({ before, after, titleOf }: Props) {
  const text = useText(standardTexts).history
  const language = useLanguage()
  const show = useValueWords(titleOf)
  const names: Record<string, string> = text.fields
  // That the wording before came to stand beside the new one is what the change of the wording shows.
  const byItself = before !== null && isGiven(after, 'wordingNl') ? 'formerWordingNl' : ''
  const fields = Object.keys(names).filter((name) => name !== byItself && (isGiven(before, name) || isGiven(after, name)))
  if (fields.length === 0) return null
  return (
    <dl className="changed-values">
      {fields.map((name) => (
        <Fragment key={name}>
          <dt>{names[name]}</dt>
          <dd>{valueOf(name)}</dd>
        </Fragment>
      ))}
    </dl>
  )

  function valueOf(name: string): ReactNode {
    const lang = texts[name]
    const was = before?.[name]
    const is = after?.[name]
    const other = lang !== undefined && lang !== language ? lang : undefined
    if (lang && before && after) return <WordDiff before={asText(was)} after={asText(is)} lang={other} />
    if (before && after)
      return (
        <>
          <del>{show(name, was)}</del> → <ins>{show(name, is)}</ins>
        </>
      )
    return <span lang={other}>{show(name, after ? is : was)}</span>
  }
}

const isGiven = (values: Values | null, name: string) =>
  values !== null && name in values && !['', null, undefined].includes(values[name] as string) && !isEmptyList(values[name])
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** A value in the words of the interface. */
function useValueWords(titleOf: ((key: string) => string) | undefined): (name: string, value: unknown) => ReactNode {
  const text = useText(standardTexts)
  const language = useLanguage()
  const word = words[language]
  return (name, value) => {
    if (name === 'parentKey' && value === null) return text.structure.ownChapter
    if (name === 'nodeKey' && value === null) return text.history.chapter
    if (value === null || value === undefined || value === '' || isEmptyList(value)) return text.nothing
    if (typeof value === 'boolean') return value ? text.yes : text.no
    if (name === 'kind') return QuestionKind.safeParse(value).success ? word.questionKind[value as QuestionKind] : asText(value)
    if (name === 'status')
      return StandardStatus.safeParse(value).success ? word.standardStatus[value as StandardStatus] : asText(value)
    if (name === 'themes') return (value as string[]).map((theme) => word.theme[theme as Theme] ?? theme).join(', ')
    if (name === 'on') return formatDay(asText(value), language)
    if ((name === 'nodeKey' || name === 'parentKey') && titleOf) return titleOf(asText(value))
    return Array.isArray(value) ? value.join(', ') : String(value as string | number)
  }
}
