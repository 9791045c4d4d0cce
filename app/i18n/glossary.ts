import { dictionary } from './dictionary.ts'

/** The glossary and its terms in texts. */
export const glossaryTexts = dictionary({
  nl: {
    title: 'Begrippen',
    lead: 'Woorden uit landeninformatie en asielprocedure, zoals zij in Herkomst worden bedoeld. Eigen omschrijvingen als werkmateriaal; de wet en het verdrag gaan voor.',
    also: 'Ook',
    other: 'Engels',
    here: (term: string) => `Begrip: ${term}`,
    picker: {
      key: 'Begrip',
      title: 'Begrip',
      marks: (words: string) => `Het begrip dat u kiest, hoort bij de geselecteerde woorden: ${words}`,
      changes: (term: string) => `Deze woorden horen nu bij het begrip ${term}. U kunt een ander kiezen.`,
      inserts: 'Het begrip dat u kiest, komt in de tekst waar u schrijft.',
      find: 'Zoek een begrip',
      findHint: 'Typ een deel van het woord, in het Nederlands of Engels. Kies met de pijltjes en Enter.',
      results: 'Gevonden begrippen',
      found: (n: number) => (n === 1 ? '1 gevonden' : `${n} gevonden`),
      nothing: 'Dit staat niet in de begrippenlijst.',
      failed: 'De begrippenlijst is er nu niet.',
      remove: 'Geen begrip meer',
      cancel: 'Annuleren',
    },
  },
  en: {
    title: 'Terms',
    lead: 'Words of country information and asylum procedure, as they are meant in Herkomst. Own descriptions, as working material; the law and the convention prevail.',
    also: 'Also',
    other: 'Dutch',
    here: (term: string) => `Term: ${term}`,
    picker: {
      key: 'Term',
      title: 'Term',
      marks: (words: string) => `The term you choose goes with the selected words: ${words}`,
      changes: (term: string) => `These words now go with the term ${term}. You can choose another.`,
      inserts: 'The term you choose goes into the text where you write.',
      find: 'Find a term',
      findHint: 'Type a part of the word, in Dutch or English. Choose with the arrow keys and Enter.',
      results: 'Terms found',
      found: (n: number) => (n === 1 ? '1 found' : `${n} found`),
      nothing: 'This is not in the list of terms.',
      failed: 'The list of terms is not there now.',
      remove: 'No term any more',
      cancel: 'Cancel',
    },
  },
})
