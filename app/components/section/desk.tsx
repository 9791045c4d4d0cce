import { startTransition, useEffect, useRef, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import { citationsOf, incidentsOf } from '#editor/document/read.ts'
import { newBlockId } from '#editor/document/block-ids.ts'
import { SectionEditor, type SectionEditorHandle } from '#editor/ui/section-editor.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import type { PlacedIncident } from '#app/services/sections/read-placed-incidents.server.ts'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import type { CitationAttributes, DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Language, SectionStatus } from '#schemas/vocabulary.ts'
import { GuidanceLine } from './guidance-line.tsx'
import { PeopleLine } from './people-line.tsx'
import { useMatching, type Matcher } from './use-matching.tsx'
import { asidesOf } from './pending-store.ts'
import { CitationPicker, IncidentPicker } from './pickers.ts'
import { recoverLeft } from './recover-left.ts'
import type { Registry } from './registry.ts'
import { getJson, keepCopy, settleCopy } from './requests.ts'
import { RivalView, type Rival } from './rival-view.tsx'
import { SaveStateLine } from './save-state.tsx'
import type { SuggestionActions } from './tabs/suggestions.tsx'
import { toolExtensions, useTools } from './tools.tsx'
import { useCoWriting } from './use-co-writing.ts'
import { useCommenting, type WordComments } from './use-commenting.tsx'
import { useSuggesting } from './use-suggesting.tsx'

export type DeskProps = {
  section: {
    id: string
    reportId: string
    version: number
    document: SectionDocument
    language: Language
    countryCode: string
  }
  /** What its questions ask for. */
  guidance: readonly string[]
  userId: string
  copies: readonly { id: string; keptAt: string; document: SectionDocument }[]
  registry: Registry
  mayAddSource: boolean
  /** Whether they may change the text, or only suggest changes. */
  right: 'write' | 'suggest'
  /** Where the section has to stand for that. */
  openIn: readonly SectionStatus[]
  makers: readonly SuggestionMaker[]
  /** The suggestions in the text as it stands, and what can be done with them. */
  onSuggestions: (suggestions: OpenSuggestion[], actions: SuggestionActions) => void
  /** The text has other citations now. */
  onCitations: (cited: CitationAttributes[], document: SectionDocument) => void
  /** The text is on the server as it stands, or is not. */
  onSettled: (settled: boolean) => void
  comments: WordComments
  /** For who deals with the notes of the text from outside. */
  matcher: Ref<Matcher>
  /** The text can be written in: how to bring the caret to a block of it (false: it is not there). */
  onReady: (goTo: (blockId: string) => boolean) => void
}
/** A text of one's own beside the section's, and the server's copy of it once there is one. */
type OwnRival = Rival & { copyId: string | null; /** Lets this browser's own record of it go. */ forget?: () => Promise<void> }
type Open = { kind: 'citation'; before: CitationAttributes | null } | { kind: 'incident' } | null

/** What happens with the text that need not happen with every key. Milliseconds. */
const calm = 300

/** The place where a section is written: the editor, its co-writing, and texts that could not be put in by themselves. */
export default function Desk(props: DeskProps) {
  const text = useText(sectionTexts)
  const language = useLanguage()
  const { section, userId, copies } = props
  const [rivals, setRivals] = useState<OwnRival[] | null>(null)
  useEffect(() => {
    let here = true
    void recoverLeft(userId, section.id).then((left) => {
      if (!here) return
      const stored = copies.map((copy) => ({ ...copy, title: text.rival.kept(formatMoment(copy.keptAt, language)) }))
      setRivals([
        ...stored.map(({ id, title, document }) => ({ key: id, title, document, copyId: id })),
        ...left.map(({ at, ...rest }) => ({
          key: rest.copyId ?? `left-${at}`,
          title: text.rival.left(formatMoment(new Date(at), language)),
          ...rest,
        })),
      ])
    })
    return () => void (here = false)
    // One desk per section: the page gives it the section's id as its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // What was left unsent goes first: the editor then gets it with everything else that is new.
  if (rivals === null) return <p className="soft">{text.recovering}</p>
  return <OpenDesk {...props} left={rivals} />
}

function OpenDesk({
  section,
  guidance,
  userId,
  registry,
  mayAddSource,
  right,
  openIn,
  makers,
  onSuggestions,
  comments,
  onCitations,
  onSettled,
  matcher,
  onReady,
  left,
}: DeskProps & { left: OwnRival[] }) {
  const text = useText(sectionTexts)
  const language = useLanguage()
  const editor = useRef<SectionEditorHandle>(null)
  const [current, setCurrent] = useState(section.document)
  const [open, setOpen] = useState<Open>(null)
  const [rivals, setRivals] = useState(left)

  const writing = useCoWriting({
    sectionId: section.id,
    userId,
    openIn,
    onSettled,
    onLost: (document, baseVersion) => {
      const key = newBlockId()
      setRivals((all) => [{ key, title: text.rival.lost(formatMoment(new Date(), language)), document, copyId: null }, ...all])
      const asides = asidesOf(userId, section.id)
      void asides
        .keep({ key, baseVersion, document })
        .then(() => tillThere(() => keepCopy(section.id, { baseVersion, document })))
        .then((copyId) => {
          setRivals((all) => all.map((rival) => (rival.key === key ? { ...rival, copyId } : rival)))
          return asides.forget(key)
        })
    },
    onClosed: () => editor.current?.freeze(),
  })

  const theEditor = () => editor.current?.editor ?? null
  const tools = useTools({ editor: theEditor, section, userId, guidance, registry })
  const suggesting = useSuggesting({ editor: theEditor, right, userId, makers, onSuggestions })

  const matching = useMatching({
    editor: () => editor.current?.editor ?? null,
    registry,
    language: section.language,
    mayAdd: mayAddSource,
    matcher,
  })
  const commenting = useCommenting({ editor: theEditor, section, userId, comments })
  const [extensions] = useState(() => [...toolExtensions, matching.extension, ...suggesting.extensions, commenting.extension])

  const waiting = useRef<ReturnType<typeof setTimeout>>()
  const changed = (what: { text: boolean }) => {
    writing.changed()
    suggesting.moved()
    commenting.moved()
    tools.moved()
    if (!what.text) return
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined
      const document = editor.current?.document()
      if (!document) return
      // The panes around the text follow it in pieces, and give way to the next key.
      startTransition(() => {
        setCurrent(document)
        suggesting.changed()
        onCitations(citationsOf(document), document)
      })
      void learn(document)
    }, calm)
  }
  useEffect(() => () => clearTimeout(waiting.current), [])

  /** What others insert, and words pasted from another section, bring sources and incidents this page has not met. */
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
    if (rival.copyId) await settleCopy(section.id, rival.copyId).catch(() => {})
    else await rival.forget?.()
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
      {suggesting.view}
      {!suggesting.on && <GuidanceLine editor={theEditor} guidance={guidance} written={current} />}
      {commenting.view}
      <SectionEditor
        document={section.document}
        version={section.version}
        writer={writing.writer}
        language={language}
        textLanguage={section.language}
        lookup={registry}
        onReady={(holder) => {
          onReady((blockId) => editor.current?.goTo(blockId) ?? false)
          suggesting.changed()
          return writing.ready(holder)
        }}
        onChange={changed}
        onCitation={() => setOpen({ kind: 'citation', before: editor.current?.selectedCitation() ?? null })}
        onIncident={() => setOpen({ kind: 'incident' })}
        tools={[...suggesting.keys, ...commenting.keys, ...tools.keys]}
        suggesting={suggesting.on}
        extensions={extensions}
        handle={editor}
      />
      <div className="desk-foot">
        {tools.view}
        <SaveStateLine
          state={writing.state}
          kept={writing.kept}
          lock={writing.lock}
          userId={userId}
          path={`/sections/${section.id}`}
          onRetry={writing.flush}
        />
        <PeopleLine people={writing.people} sectionId={section.id} changedBy={writing.changedBy} />
      </div>
      <p className="soft small">{text.keys}</p>
      {matching.notice}
      {matching.picker}
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
