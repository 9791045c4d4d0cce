import type { AnyExtension, Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { TermHere } from '#app/components/glossary/term-here.tsx'
import { TermPicker } from '#app/components/glossary/term-picker.tsx'
import { useText } from '#app/components/use-text.ts'
import { glossaryTexts } from '#app/i18n/glossary.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import { insertBuildingBlock } from '#editor/building-blocks/insert.ts'
import { termAt } from '#editor/glossary/term-in-text.ts'
import { insertGuidance } from '#editor/guidance/guidance.ts'
import { Finder } from '#editor/find/finder.ts'
import type { EditorTool } from '#editor/ui/editor-tool.ts'
import { pointerAt } from '#editor/ui/pointer-at.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { BuildingBlockPicker } from './building-block-picker.tsx'
import { FindBar } from './find-bar.tsx'
import { WhoWrote } from './pickers.ts'
import { PointedHere } from './pointed-here.tsx'
import type { Registry } from './registry.ts'

type Asked = {
  editor: () => Editor | null
  section: { id: string; reportId: string; language: Language }
  userId: string
  /** What the section's questions ask for. */
  guidance: readonly string[]
  registry: Registry
}

/** What the tools need in the editor. */
export const toolExtensions: readonly AnyExtension[] = [Finder]

/** What helps writing besides sources and incidents: keys for the bar, and what they open below the text. */
export function useTools({ editor, section, userId, guidance, registry }: Asked) {
  const text = useText(helpTexts)
  const history = useText(recentHistoryTexts).here
  const terms = useText(glossaryTexts).picker
  const [open, setOpen] = useState<'find' | 'blocks' | 'writers' | 'terms' | null>(null)
  // What the caret is at is said when it gets there: a term, or what points to a register.
  const [here, setHere] = useState<string | null>(null)
  const [pointer, setPointer] = useState<Node | null>(null)
  const close = () => {
    // At once: what is behind an open dialog cannot have the focus.
    flushSync(() => setOpen(null))
    editor()?.commands.focus()
  }
  const keys: EditorTool[] = [
    { code: 'KeyF', label: text.find.key, run: () => setOpen('find') },
    { code: 'KeyB', label: text.blocks.key, run: () => setOpen('blocks') },
    // What was selected a moment ago is known to the editor only after its browser has said so; the dialog takes the focus away.
    { code: 'KeyG', label: terms.key, run: () => void setTimeout(() => setOpen('terms'), 50) },
    { code: 'KeyU', label: history.key, run: () => setOpen('writers') },
  ]
  const there = open && editor()
  const view = (
    <>
      <p className="term-here" role="status">
        {pointer ? <PointedHere node={pointer} registry={registry} /> : here && <TermHere termKey={here} />}
      </p>
      {there && open === 'find' && <FindBar editor={there} reportId={section.reportId} onClose={close} />}
      {there && open === 'writers' && <WhoWrote editor={there} sectionId={section.id} userId={userId} onClose={close} />}
      {there && open === 'blocks' && (
        <BuildingBlockPicker
          language={section.language}
          guidance={guidance}
          onGuidance={() => {
            close()
            insertGuidance(there, guidance)
          }}
          onChoose={(block) => {
            close()
            insertBuildingBlock(there, block, section.language)
          }}
          onClose={close}
        />
      )}
      {there && open === 'terms' && <TermPicker editor={there} language={section.language} onDone={close} />}
    </>
  )
  /** To be called when the caret may have moved. */
  const moved = () => {
    const now = editor()
    setHere(now && termAt(now.state))
    setPointer(now && pointerAt(now.state))
  }
  return { keys, view, moved }
}
