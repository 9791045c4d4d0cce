import type { Bilingual, ParagraphKind } from '#schemas/vocabulary.ts'

/** A paragraph to start from; what still has to be filled in stands between ‹ and ›. */
export type BuildingBlock = {
  id: string
  group: 'gap' | 'context' | 'source'
  kind: ParagraphKind
  title: Bilingual
  text: Bilingual
}

/** What stands between ‹ and › in a text is not filled in yet. */
export const toFillIn = /‹[^‹›\n]{1,200}›/g

/** In the order they are shown. Plain wording that fits any country; no conclusion that is for policy. */
export const buildingBlocks: readonly BuildingBlock[] = [
  {
    id: 'gap-nothing-found',
    group: 'gap',
    kind: 'gap',
    title: { nl: 'Niets gevonden', en: 'Nothing found' },
    text: {
      nl: 'Over ‹onderwerp› is over de verslagperiode in de geraadpleegde bronnen geen informatie gevonden. Gezocht is in ‹bronnen›, laatst op ‹datum›.',
      en: 'No information on ‹subject› in the reporting period was found in the sources consulted. ‹Sources› were searched, last on ‹date›.',
    },
  },
  {
    id: 'gap-outdated',
    group: 'gap',
    kind: 'gap',
    title: { nl: 'Alleen oudere informatie', en: 'Only older information' },
    text: {
      nl: 'De jongste informatie over ‹onderwerp› die is gevonden, is van ‹datum›. Of dit in de verslagperiode nog zo was, is niet bekend.',
      en: 'The latest information on ‹subject› that was found is of ‹date›. Whether this was still so in the reporting period is not known.',
    },
  },
  {
    id: 'gap-contradiction',
    group: 'gap',
    kind: 'fact',
    title: { nl: 'Bronnen spreken elkaar tegen', en: 'Sources contradict each other' },
    text: {
      nl: 'Over ‹onderwerp› spreken bronnen elkaar tegen. Volgens ‹bron› ‹wat die zegt›; volgens ‹andere bron› ‹wat die zegt›. Waardoor dit verschil komt is niet bekend.',
      en: 'Sources contradict each other on ‹subject›. According to ‹source› ‹what it says›; according to ‹other source› ‹what it says›. What causes this difference is not known.',
    },
  },
  {
    id: 'context-number',
    group: 'context',
    kind: 'fact',
    title: { nl: 'Eén van hoeveel', en: 'One of how many' },
    text: {
      nl: 'Dit is een van de ‹aantal› gevallen die ‹bron› in ‹periode› in ‹gebied› telde; in ‹eerdere periode van gelijke duur› waren het er ‹aantal›.',
      en: 'This is one of ‹number› cases that ‹source› counted in ‹area› in ‹period›; in ‹earlier period of equal length› there were ‹number›.',
    },
  },
  {
    id: 'context-pattern',
    group: 'context',
    kind: 'fact',
    title: { nl: 'Patroon of uitzondering', en: 'Pattern or exception' },
    text: {
      nl: '‹Bron› beschrijft dit als ‹een patroon of een uitzondering› en baseert dat op ‹waarop›.',
      en: '‹Source› describes this as ‹a pattern or an exception› and bases this on ‹what›.',
    },
  },
  {
    id: 'context-response',
    group: 'context',
    kind: 'fact',
    title: { nl: 'Wat de autoriteiten deden', en: 'What the authorities did' },
    text: {
      nl: 'Naar aanleiding hiervan ‹wat welke autoriteit deed›, op ‹datum›. Over de uitkomst ‹wat bekend is›.',
      en: 'In response, ‹which authority did what› on ‹date›. On the outcome, ‹what is known›.',
    },
  },
  {
    id: 'source-organisation',
    group: 'source',
    kind: 'fact',
    title: { nl: 'Beschrijving van een bron', en: 'Description of a source' },
    text: {
      nl: '‹Naam› is een ‹soort organisatie› die bericht over ‹waarover›, met als doel ‹waarom›. Zij verzamelt haar gegevens door ‹hoe›. Te bedenken is dat ‹beperking›.',
      en: '‹Name› is a ‹kind of organisation› that reports on ‹what›, with the aim of ‹why›. It gathers its data by ‹how›. Mind that ‹limitation›.',
    },
  },
  {
    id: 'source-conversation',
    group: 'source',
    kind: 'fact',
    title: { nl: 'Gesprek als bron', en: 'A conversation as source' },
    text: {
      nl: 'Deze informatie komt uit een gesprek met ‹functie› van ‹organisatie› op ‹datum› en is door hen ‹wel of niet› nagelezen.',
      en: 'This information comes from a conversation with ‹function› of ‹organisation› on ‹date› and was ‹or was not› checked by them.',
    },
  },
]
