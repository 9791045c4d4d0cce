import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { citationsOf, incidentsOf } from '#editor/document/read.ts'
import { newBlockId } from '#editor/document/block-ids.ts'
import { SectionEditor, type SectionEditorHandle } from '#editor/ui/section-editor.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import type { PlacedIncident } from '#app/services/sections/read-placed-incidents.server.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import type { CitationAttributes, DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Autosave, type SaveState } from './autosave.ts'
import { CitationPicker } from './citation-picker.tsx'
import { draftsOf } from './drafts.ts'
import { IncidentPicker } from './incident-picker.tsx'
import type { Registry } from './registry.ts'
import { getJson, sendDocument, settleCopy } from './requests.ts'
import { RivalView, type Rival } from './rival-view.tsx'
import { SaveStateLine } from './save-state.tsx'

export type DeskProps = {
  section: { id: string; version: number; document: SectionDocument; language: Language; countryCode: string }
  userId: string
  copies: readonly { id: string; keptAt: string; document: SectionDocument }[]
  registry: Registry
  mayAddSource: boolean
  /** The text has other citations now. */
  onCitations: (cited: CitationAttributes[]) => void
  /** The text is on the server as it stands, or is not. */
  onSettled: (settled: boolean) => void
}
type Stored = { version: number; document: SectionDocument; items: SourceItem[]; incidents: PlacedIncident[] }
type OwnRival = Rival & { settle: () => unknown }
type Open = { kind: 'citation'; before: CitationAttributes | null } | { kind: 'incident' } | null

/** The place where a section is written: the editor, its saving, and what to do with texts that could not be saved. */
export default function Desk({ section, userId, copies, registry, mayAddSource, onCitations, onSettled }: DeskProps) {
  const text = useText(sectionTexts)
  const language = useLanguage()
  const editor = useRef<SectionEditorHandle>(null)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const [kept, setKept] = useState(true)
  const [current, setCurrent] = useState(section.document)
  const [open, setOpen] = useState<Open>(null)
  const [rivals, setRivals] = useState<OwnRival[]>(() =>
    copies.map((copy) => ({
      key: copy.id,
      title: text.rival.kept(formatMoment(copy.keptAt, language)),
      document: copy.document,
      settle: () => settleCopy(section.id, copy.id),
    })),
  )
  const saver = useRef<Autosave | null>(null)
  const drafts = useRef(draftsOf(userId, section.id))

  /** Someone else was first: their text goes into the editor, one's own beside it. */
  async function meet(mine: SectionDocument, copyIds: string[]) {
    const theirs = await tillThere(() => getJson<Stored>(`/sections/${section.id}/document`))
    registry.add(theirs.items, theirs.incidents)
    // What was typed while this was found out is in the editor only, and in this browser.
    const latest = editor.current?.document() ?? mine
    const left = JSON.stringify(latest) === JSON.stringify(mine) ? [] : drafts.current.takeLeft()
    setCurrent(theirs.document)
    editor.current?.replace(theirs.document, true)
    setRivals((all) => [
      {
        key: copyIds.join(),
        title: text.rival.kept(formatMoment(new Date(), language)),
        document: latest,
        settle: () => {
          for (const draft of left) drafts.current.settle(draft.at)
          return Promise.all(copyIds.map((copyId) => settleCopy(section.id, copyId)))
        },
      },
      ...all,
    ])
    drafts.current.keep(null)
    saver.current?.continueFrom(theirs.version)
    setState({ kind: 'conflict' })
  }

  useEffect(() => {
    const store = drafts.current
    const autosave = new Autosave(section.version, {
      send: (payload) => sendDocument(section.id, payload),
      keep: (payload) => setKept(store.keep(payload && { ...payload, at: Date.now() })),
      onState: (next) => {
        setState(next)
        onSettled(next.kind === 'saved')
      },
      onConflict: (mine, copyIds) => void meet(mine, copyIds),
      onClosed: (copyIds, all) => {
        if (!all) return
        // Nothing more can be kept from here; the last copy holds all of the ones before it.
        editor.current?.freeze()
        for (const copyId of copyIds.slice(0, -1)) void settleCopy(section.id, copyId).catch(() => {})
      },
    })
    saver.current = autosave
    const left = store.takeLeft().filter((draft) => {
      const lost = JSON.stringify(draft.document) !== JSON.stringify(section.document)
      if (!lost) store.settle(draft.at)
      return lost
    })
    setRivals((all) => [
      ...all.filter((rival) => !rival.key.startsWith('left-')),
      ...left.map((draft) => ({
        key: `left-${draft.at}`,
        title: text.rival.left(formatMoment(new Date(draft.at), language)),
        document: draft.document,
        settle: () => store.settle(draft.at),
      })),
    ])
    const again = () => autosave.flush()
    const leaving = (event: BeforeUnloadEvent) => {
      if (!autosave.dirty) return
      autosave.flush()
      event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    window.addEventListener('beforeunload', leaving)
    return () => {
      autosave.flush()
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
      window.removeEventListener('beforeunload', leaving)
    }
    // One desk per section: the page gives it the section's id as its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const changed = (document: SectionDocument) => {
    setCurrent(document)
    saver.current?.change(document)
    onCitations(citationsOf(document))
    void learn(document)
  }
  /** Words pasted from another section bring sources and incidents this page has not met. */
  const asked = useRef(new Set<string>())
  async function learn(document: SectionDocument) {
    const fresh = (ids: string[], known: (id: string) => unknown) =>
      [...new Set(ids)].filter((id) => !known(id) && !asked.current.has(id) && asked.current.add(id))
    const itemIds = fresh(
      citationsOf(document).map((it) => it.sourceItemId),
      registry.item,
    )
    const cardIds = fresh(
      incidentsOf(document).map((it) => it.contextCardId),
      registry.hasIncident,
    )
    const list = (ids: string[]) => new URLSearchParams(ids.map((id) => ['id', id]))
    const nothing = { items: [], incidents: [] }
    if (itemIds.length > 0)
      registry.add((await getJson<{ items: SourceItem[] }>(`/source-items?${list(itemIds)}`).catch(() => nothing)).items, [])
    if (cardIds.length > 0)
      registry.add(
        [],
        (await getJson<{ incidents: PlacedIncident[] }>(`/context-cards?${list(cardIds)}`).catch(() => nothing)).incidents,
      )
  }
  const settle = async (rival: OwnRival) => {
    await Promise.resolve(rival.settle()).catch(() => {})
    setRivals((all) => all.filter((it) => it.key !== rival.key))
  }
  const close = () => {
    // At once: what is behind an open dialog cannot have the focus.
    flushSync(() => setOpen(null))
    editor.current?.focus()
  }

  return (
    <div className="desk">
      {rivals.map((rival) => (
        <RivalView
          key={rival.key}
          rival={rival}
          current={current}
          registry={registry}
          language={section.language}
          writable
          onCopyBack={(block) => editor.current?.append(renewed(block))}
          onTake={() => {
            editor.current?.replace(rival.document)
            void settle(rival)
          }}
          onSettle={() => void settle(rival)}
        />
      ))}
      <div className="desk-bar">
        <SaveStateLine state={state} kept={kept} path={`/sections/${section.id}`} onRetry={() => saver.current?.flush()} />
        <p className="soft small desk-keys">{text.keys}</p>
      </div>
      <SectionEditor
        document={section.document}
        language={language}
        textLanguage={section.language}
        lookup={registry}
        onChange={changed}
        onCitation={() => setOpen({ kind: 'citation', before: editor.current?.selectedCitation() ?? null })}
        onIncident={() => setOpen({ kind: 'incident' })}
        handle={editor}
      />
      {open?.kind === 'citation' && (
        <CitationPicker
          before={open.before && { citation: open.before, item: registry.item(open.before.sourceItemId) }}
          mayAdd={mayAddSource}
          onPlace={(citation, item) => {
            if (item) registry.add([item], [])
            close()
            editor.current?.placeCitation(citation)
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'incident' && (
        <IncidentPicker
          country={section.countryCode}
          onPlace={(placed) => {
            registry.add([], [placed])
            close()
            editor.current?.placeIncident({ incidentId: placed.incident.id, contextCardId: placed.card.id })
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

/** A block as a new one: what it holds, under new ids. */
function renewed(block: DocumentNode): DocumentNode {
  return {
    ...block,
    ...(block.attrs && { attrs: { ...block.attrs, ...('id' in block.attrs && { id: newBlockId() }) } }),
    ...(block.content && { content: block.content.map(renewed) }),
  }
}

/** Asks again until there is an answer; what waits for it is safe in the meantime. */
async function tillThere<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** tries, 15_000)))
    }
  }
}
