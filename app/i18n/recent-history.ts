import { dictionary } from './dictionary.ts'

/** What is said of a text's history beside the text itself; the pages of the history say more. */
export const recentHistoryTexts = dictionary({
  nl: {
    title: 'Geschiedenis',
    sinceApproval: 'Sinds de vaststelling',
    sinceRead: (moment: string) => `Sinds u de tekst voor het laatst las (${moment})`,
    whoWrote: 'Wie schreef wat',
    all: 'Alle momenten, en twee vergelijken',
    lately: 'Laatste momenten',
    nothingYet: 'Er is nog niets geschreven. Wat hier geschreven wordt, is op deze pagina terug te vinden.',
    until: (begin: string, end: string) => `${begin} tot ${end}`,
    whatChanged: 'Wat veranderde',
    about: (link: string, what: string) => `${link}: ${what}`,
    kinds: {
      writing: 'schreef',
      named: 'gaf deze versie een naam:',
      submitted: 'bood de tekst aan ter beoordeling',
      approved: 'stelde de tekst vast',
      returned: 'gaf de tekst terug:',
      released: 'gaf de tekst uit in',
      restored: 'zette een eerdere tekst terug',
    },
    here: { key: 'Wie schreef dit', title: 'Wie schreef deze alinea' },
  },
  en: {
    title: 'History',
    sinceApproval: 'Since approval',
    sinceRead: (moment: string) => `Since you last read the text (${moment})`,
    whoWrote: 'Who wrote what',
    all: 'All moments, and compare two',
    lately: 'Latest moments',
    nothingYet: 'Nothing has been written yet. What is written here can be found again on this page.',
    until: (begin: string, end: string) => `${begin} to ${end}`,
    whatChanged: 'What changed',
    about: (link: string, what: string) => `${link}: ${what}`,
    kinds: {
      writing: 'wrote',
      named: 'named this version:',
      submitted: 'submitted the text for review',
      approved: 'approved the text',
      returned: 'returned the text:',
      released: 'released the text in',
      restored: 'restored an earlier text',
    },
    here: { key: 'Who wrote this', title: 'Who wrote this paragraph' },
  },
})
