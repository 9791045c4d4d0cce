import { useId, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useText } from '#app/components/use-text.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { blockText } from '#editor/document/read.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { DocumentView } from './document-view.tsx'
import type { Registry } from './registry.ts'

/** A text of the writer's own beside the one that is saved: one that lost the race, or one this browser kept. */
export type Rival = { key: string; title: string; document: SectionDocument }

type Props = {
  rival: Rival
  current: SectionDocument
  registry: Registry
  language: Language
  /** Without the right to write the texts can be read and the copy settled, no more. */
  writable: boolean
  onCopyBack: (block: DocumentNode) => void
  onTake: () => void
  onSettle: () => void
}

/** Both texts side by side, and every way out; none of them loses a word without being asked. */
export function RivalView({ rival, current, registry, language, writable, onCopyBack, onTake, onSettle }: Props) {
  const text = useText(sectionTexts).rival
  const id = useId()
  const [copied, setCopied] = useState<readonly number[]>([])
  const there = new Set(current.content.map(signature))
  return (
    <section className="rival" aria-labelledby={id}>
      <h2 id={id}>{rival.title}</h2>
      <p>{text.explain}</p>
      <div className="rival-texts">
        <div>
          <h3>{text.current}</h3>
          <div className="text">
            <DocumentView node={current} lookup={registry} language={language} />
          </div>
        </div>
        <div>
          <h3>{text.yours}</h3>
          <div className="text">
            {rival.document.content.map((block, index) => (
              <div key={index} className="rival-block" data-only={!there.has(signature(block)) || undefined}>
                <DocumentView node={block} lookup={registry} language={language} />
                {!there.has(signature(block)) && (
                  <p className="rival-block-actions">
                    <span>{text.onlyYours}</span>
                    {writable && (
                      <button
                        type="button"
                        className="link-button"
                        disabled={copied.includes(index)}
                        onClick={() => {
                          onCopyBack(block)
                          setCopied([...copied, index])
                        }}
                      >
                        {copied.includes(index) ? text.copied : text.copyBack}
                      </button>
                    )}
                  </p>
                )}
              </div>
            ))}
          </div>
        </div>
      </div>
      <div className="rival-actions">
        {writable && (
          <Button type="button" onClick={onTake}>
            {text.takeMine}
          </Button>
        )}
        <Button type="button" look="subtle" onClick={onSettle}>
          {text.keepCurrent}
        </Button>
      </div>
    </section>
  )
}

/** The same words, sources and incidents: the block is in the other text too, whatever its id. */
function signature(block: DocumentNode): string {
  const atoms = JSON.stringify(block, (key, value) => (key === 'id' ? undefined : value))
  return `${blockText(block)} ${atoms}`
}
