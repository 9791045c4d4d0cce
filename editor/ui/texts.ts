import type { Language, ParagraphKind } from '#schemas/vocabulary.ts'

/** What words of a report can be in besides its own language (BCP 47), most used first. */
export const foreignLanguages = ['ar', 'ku', 'fa', 'prs', 'ps', 'tr', 'so', 'ti', 'am', 'ru', 'fr', 'en', 'nl'] as const

export type EditorTexts = {
  label: string
  toolbar: string
  blockKind: string
  paragraph: Record<ParagraphKind, string>
  heading: string
  subheading: string
  bold: string
  italic: string
  bullets: string
  numbers: string
  /** Why lists are off. */
  notSuggested: string
  table: string
  addRow: string
  removeRow: string
  addColumn: string
  removeColumn: string
  removeTable: string
  wordsLanguage: string
  wordsLanguageHint: string
  reportLanguage: string
  languages: Record<(typeof foreignLanguages)[number], string>
  undo: string
  redo: string
  citation: string
  incident: string
  unknownSource: string
  unknownIncident: string
  incidentInContext: string
  guidance: string
  removeGuidance: string
}

/** The words of the editor itself. They stand here and not with the pages' words because the editor knows no pages. */
export const editorTexts: Record<Language, EditorTexts> = {
  nl: {
    label: 'Tekst van de paragraaf',
    toolbar: 'Opmaak',
    blockKind: 'Soort alinea',
    paragraph: { synthesis: 'Samenvatting', fact: 'Feit', quote: 'Citaat', gap: 'Kennislacune' },
    heading: 'Kop',
    subheading: 'Tussenkop',
    bold: 'Vet',
    italic: 'Cursief',
    bullets: 'Opsomming',
    numbers: 'Genummerde lijst',
    notSuggested: 'kan niet als voorstel',
    table: 'Tabel',
    addRow: 'Rij erbij',
    removeRow: 'Rij weg',
    addColumn: 'Kolom erbij',
    removeColumn: 'Kolom weg',
    removeTable: 'Tabel weg',
    wordsLanguage: 'Taal van de woorden',
    wordsLanguageHint: 'Taal van de woorden: selecteer eerst de woorden',
    reportLanguage: 'Taal van het rapport',
    languages: {
      ar: 'Arabisch',
      ku: 'Koerdisch',
      fa: 'Perzisch (Farsi)',
      prs: 'Dari',
      ps: 'Pasjtoe',
      tr: 'Turks',
      so: 'Somalisch',
      ti: 'Tigrinya',
      am: 'Amhaars',
      ru: 'Russisch',
      fr: 'Frans',
      en: 'Engels',
      nl: 'Nederlands',
    },
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    citation: 'Bron',
    incident: 'Incident',
    unknownSource: 'bron',
    unknownIncident: 'incident uit het register',
    incidentInContext: 'Incident in context',
    guidance: 'Aanwijzing – moet weg voor de beoordeling',
    removeGuidance: 'Aanwijzing weghalen',
  },
  en: {
    label: 'Text of the section',
    toolbar: 'Formatting',
    blockKind: 'Kind of paragraph',
    paragraph: { synthesis: 'Synthesis', fact: 'Fact', quote: 'Quotation', gap: 'Knowledge gap' },
    heading: 'Heading',
    subheading: 'Subheading',
    bold: 'Bold',
    italic: 'Italic',
    bullets: 'Bulleted list',
    numbers: 'Numbered list',
    notSuggested: 'cannot be suggested',
    table: 'Table',
    addRow: 'Add row',
    removeRow: 'Remove row',
    addColumn: 'Add column',
    removeColumn: 'Remove column',
    removeTable: 'Remove table',
    wordsLanguage: 'Language of the words',
    wordsLanguageHint: 'Language of the words: select the words first',
    reportLanguage: 'Language of the report',
    languages: {
      ar: 'Arabic',
      ku: 'Kurdish',
      fa: 'Persian (Farsi)',
      prs: 'Dari',
      ps: 'Pashto',
      tr: 'Turkish',
      so: 'Somali',
      ti: 'Tigrinya',
      am: 'Amharic',
      ru: 'Russian',
      fr: 'French',
      en: 'English',
      nl: 'Dutch',
    },
    undo: 'Undo',
    redo: 'Redo',
    citation: 'Source',
    incident: 'Incident',
    unknownSource: 'source',
    unknownIncident: 'incident of the register',
    incidentInContext: 'Incident in context',
    guidance: 'Guidance – must be gone before review',
    removeGuidance: 'Remove guidance',
  },
}
