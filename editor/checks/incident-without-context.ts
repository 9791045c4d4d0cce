import { IncidentAttributes, type DocumentNode } from '#schemas/document.ts'
import { nodesOf } from '../document/read.ts'
import type { Check, CheckContext, Finding } from './check.ts'
import { perBlock } from './per-block.ts'
import { fold } from './question-wording/fold.ts'
import { sentencesOf } from './question-wording/sentences.ts'
import { excerptOf, textBlocksOf } from '../document/text-blocks.ts'
import { tellsIncident } from './told-incidents.ts'

const placing = new Set(['incident', 'incidentMention'])

/**
 * Events that stand alone: an incident whose card says nothing of the whole, and an event told in words while no incident of the register stands in that
 * block or right before or after it.
 */
export const incidentWithoutContext: Check = {
  id: 'incident-without-context',
  severity: 'warning',
  holds: {
    nl: 'Elk incident staat in zijn context, of er staat bij waarom dat niet kan.',
    en: 'Every incident stands in its context, or it says why that cannot be.',
  },
  fails: {
    nl: 'Hier staat een gebeurtenis op zichzelf.',
    en: 'Here an event stands alone.',
  },
  advice: {
    nl: 'Plaats het incident uit het register bij deze alinea: dan staat erbij hoe het zich verhoudt tot het geheel. Staat het niet in het register, zeg dan waar het een voorbeeld van is.',
    en: 'Place the incident of the register beside this paragraph: then it says what it is against the whole. When it is not in the register, say what it is an example of.',
  },
  source: 'SR-07: «binnen een grotere context worden geplaatst»',
  find: perBlock(({ block, before, after }, context) => [
    ...placedBare(block, context),
    ...([block, before, after].some(places) ? [] : told(block, context)),
  ]),
}

function placedBare(block: DocumentNode, { hasContext }: CheckContext): Finding[] {
  const around = typeof block.attrs?.id === 'string' ? block.attrs.id : null
  return [block, ...nodesOf(block)].flatMap((node) => {
    if (!placing.has(node.type)) return []
    const incident = IncidentAttributes.safeParse(node.attrs)
    return incident.success && hasContext(incident.data) ? [] : [{ blockId: around, excerpt: '' }]
  })
}

function told(block: DocumentNode, { language }: CheckContext): Finding[] {
  return textBlocksOf(block).flatMap(({ id, text, kind }) => {
    // A summary tells what the paragraphs below it tell again; a heading tells nothing.
    if (kind !== 'fact' && kind !== 'quote') return []
    const sentence = sentencesOf(text).find((it) => tellsIncident(fold(it.text), language))
    return sentence ? [{ blockId: id, excerpt: excerptOf(sentence.text) }] : []
  })
}

const places = (block: DocumentNode | undefined): boolean =>
  block !== undefined && [block, ...nodesOf(block)].some((node) => placing.has(node.type))
