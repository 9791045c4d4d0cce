import { useMemo, useState, type FormEvent } from 'react'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/page.tsx'
import { SourceFields, type SourceErrors } from '#app/components/source-fields.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { pasteTexts } from '#app/i18n/paste.ts'
import { pickerTexts } from '#app/i18n/pickers.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { readNote } from '#app/services/sources/read-note.ts'
import { recogniseReference, type Reference } from '#app/services/sources/reference-address.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import type { CitationAttributes } from '#schemas/document.ts'
import { citationSupports, type CitationSupport } from '#schemas/vocabulary.ts'
import { Combobox } from './combobox.tsx'
import { Dialog } from './dialog.tsx'
import { getJson, postJson } from './requests.ts'

type Props = {
  /** The citation to change, with its item; null for a new one. */
  before: { citation: CitationAttributes; item: SourceItem | undefined } | null
  mayAdd: boolean
  /** The words of a note that the citation comes in the place of. */
  note?: string
  onPlace: (citation: CitationAttributes, item: SourceItem | undefined) => void
  onClose: () => void
}
type Registered = { item: SourceItem } | { errors: SourceErrors; duplicates: SourceItem[] }

/** Chooses the source of a sentence: find it or add it, then say where in it and what it does for the sentence. */
export function CitationPicker({ before, mayAdd, note, onPlace, onClose }: Props) {
  const titles = useText(sectionTexts).later
  const text = useText(pickerTexts)
  const noteLabel = useText(pasteTexts).noteInPicker
  const language = useLanguage()
  const [item, setItem] = useState(before?.item)
  const [adding, setAdding] = useState(false)
  const [missing, setMissing] = useState(false)
  /** An address or DOI that was pasted to look for; a new source begins with it. */
  const read = useMemo(() => (note === undefined ? null : readNote(note)), [note])
  const [pasted, setPasted] = useState<Reference | undefined>(read?.reference)
  const detail = (it: SourceItem) => [it.publisher, it.published && formatDay(it.published, language)].filter(Boolean).join(', ')

  const place = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const sourceItemId = item?.id ?? before?.citation.sourceItemId
    if (!sourceItemId) return setMissing(true)
    const quote = String(form.get('quote') ?? '').trim()
    onPlace(
      {
        sourceItemId,
        locator: item?.confidential ? '' : String(form.get('locator') ?? '').trim(),
        support: form.get('support') as CitationSupport,
        quote: item?.confidential ? null : quote || null,
      },
      item,
    )
  }
  return (
    <Dialog title={before ? titles.citationChange : titles.citation} onClose={onClose}>
      {note !== undefined && (
        <p className="picker-note">
          <strong>{noteLabel}:</strong> {note}
        </p>
      )}
      {adding ? (
        <NewItem
          pasted={pasted}
          title={read?.words ?? ''}
          onBack={() => setAdding(false)}
          onAdded={(added) => {
            setItem(added)
            setAdding(false)
            setMissing(false)
          }}
        />
      ) : (
        <form onSubmit={place}>
          <Combobox<SourceItem>
            label={text.find}
            hint={text.findHint}
            listLabel={text.results}
            nothing={text.nothing}
            failed={text.failed}
            count={text.count}
            find={async (words, signal) => {
              if (words !== '') setPasted(recogniseReference(words))
              const path = `/source-items?${new URLSearchParams({ text: words })}`
              return (await getJson<{ items: SourceItem[] }>(path, signal)).items
            }}
            keyOf={(it) => it.id}
            show={(it) => ({ title: it.title, detail: detail(it) })}
            onChoose={(chosen) => {
              setItem(chosen)
              setMissing(false)
            }}
            errors={missing ? [text.chooseFirst] : undefined}
          />
          {item && (
            <p className="picker-chosen">
              <strong>{text.chosen}:</strong> {item.title} <span className="soft">({detail(item)})</span>
            </p>
          )}
          {mayAdd && (
            <p>
              <button type="button" className="link-button" onClick={() => setAdding(true)}>
                {pasted ? text.newWith(pasted.kind === 'doi' ? pasted.doi : pasted.url) : text.newItem}
              </button>
            </p>
          )}
          {item?.confidential ? (
            <p className="soft">{text.confidential}</p>
          ) : (
            <TextField
              label={text.locator}
              hint={text.locatorHint}
              name="locator"
              maxLength={500}
              defaultValue={before?.citation.locator ?? read?.locator}
            />
          )}
          <SelectField label={text.support} name="support" defaultValue={before?.citation.support}>
            {citationSupports.map((support) => (
              <option key={support} value={support}>
                {words[language].support[support]}
              </option>
            ))}
          </SelectField>
          {!item?.confidential && (
            <TextAreaField
              label={text.quote}
              hint={text.quoteHint}
              name="quote"
              rows={2}
              maxLength={2000}
              defaultValue={before?.citation.quote ?? ''}
            />
          )}
          <div className="picker-actions">
            <Button look="primary">{text.insert}</Button>
            <Button type="button" look="subtle" onClick={onClose}>
              {text.cancel}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

function NewItem({
  pasted,
  title,
  onAdded,
  onBack,
}: {
  pasted: Reference | undefined
  /** What it may be called. */
  title: string
  onAdded: (item: SourceItem) => void
  onBack: () => void
}) {
  const text = useText(pickerTexts)
  const source = useText(sourceTexts)
  const [errors, setErrors] = useState<SourceErrors>({})
  const [duplicates, setDuplicates] = useState<SourceItem[]>([])
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    setBusy(true)
    try {
      const answer = await postJson<Registered>('/source-items', { ...values, ...(duplicates.length > 0 && { sure: 'true' }) })
      setFailed(false)
      if ('item' in answer) return onAdded(answer.item)
      setErrors(answer.errors)
      setDuplicates(answer.duplicates)
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={add} noValidate>
      {failed && <Notice tone="error">{text.failed}</Notice>}
      {Object.keys(errors).length > 0 && <Notice tone="error">{source.summary}</Notice>}
      <SourceFields
        errors={errors}
        values={{ title: title.slice(0, 500), url: pasted?.url ?? '', doi: pasted?.kind === 'doi' ? pasted.doi : '' }}
      />
      {duplicates.length > 0 && (
        <Notice tone="warning" title={source.duplicates}>
          <ul className="plain-list">
            {duplicates.map((it) => (
              <li key={it.id}>
                {it.title} ({it.publisher}){' '}
                <button type="button" className="link-button" onClick={() => onAdded(it)}>
                  {source.use}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="picker-actions">
        <Button look="primary" disabled={busy}>
          {duplicates.length > 0 ? source.sure : text.register}
        </Button>
        <Button type="button" look="subtle" onClick={onBack}>
          {text.backToFind}
        </Button>
      </div>
    </form>
  )
}
