import { useLanguage, useText } from '#app/components/use-text.ts'
import { Button } from '#app/components/button.tsx'
import { helpTexts } from '#app/i18n/help.ts'
import { buildingBlocks, type BuildingBlock } from '#editor/building-blocks/building-blocks.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Dialog } from './dialog.tsx'

/** Chooses a paragraph to start from; shown as it will stand in the text, in the text's language. */
export function BuildingBlockPicker({
  language: textLanguage,
  guidance,
  onChoose,
  onGuidance,
  onClose,
}: {
  /** Of the text. */
  language: Language
  /** What the section's questions ask for; with none there is nothing to insert. */
  guidance: readonly string[]
  onChoose: (block: BuildingBlock) => void
  onGuidance: () => void
  onClose: () => void
}) {
  const { blocks: text, guidance: help } = useText(helpTexts)
  const language = useLanguage()
  const groups = [...new Set(buildingBlocks.map((block) => block.group))]
  return (
    <Dialog title={text.title} onClose={onClose}>
      <p>{text.lead}</p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`blocks-${group}`}>
          <h3 id={`blocks-${group}`}>{text.groups[group]}</h3>
          <ul className="plain-list building-blocks">
            {buildingBlocks
              .filter((block) => block.group === group)
              .map((block) => (
                <li key={block.id}>
                  <button type="button" aria-describedby={`block-${block.id}`} onClick={() => onChoose(block)}>
                    {block.title[language]}
                  </button>
                  <p id={`block-${block.id}`} className="text" lang={textLanguage === language ? undefined : textLanguage}>
                    {block.text[textLanguage]}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {guidance.length > 0 && (
        <section aria-labelledby="blocks-guidance">
          <h3 id="blocks-guidance">{help.group}</h3>
          <ul className="plain-list building-blocks">
            <li>
              <button type="button" aria-describedby="block-guidance" onClick={onGuidance}>
                {help.insert}
              </button>
              <p id="block-guidance">{help.explain(guidance.length)}</p>
            </li>
          </ul>
        </section>
      )}
      <div className="picker-actions">
        <Button type="button" look="subtle" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
