import { dictionary } from './dictionary.ts'

/** "Mijn werk": what waits for whom. */
export const homeTexts = dictionary({
  nl: {
    title: 'Mijn werk',
    search: {
      heading: 'Zoeken in landeninformatie',
      label: 'Wat zoekt u?',
      hint: 'Bijvoorbeeld: dienstplicht vrijstelling, of: huwelijk minderjarigen Idlib',
      button: 'Zoeken',
    },
    more: 'Bekijk alles',
    due: 'gereed op',
    waitingSince: (moment: string) => `wacht sinds ${moment}`,
    asOf: (day: string) => `peildatum ${day}`,
    noAsOf: 'nog geen peildatum',
    comments: (count: number) => `${count} open ${count === 1 ? 'opmerking' : 'opmerkingen'}`,
    preparing: {
      title: 'Terms of reference in voorbereiding',
      empty: 'Er is niets in voorbereiding.',
      next: 'Terms of reference opstellen',
      differences: (dropped: number, added: number) => `${dropped} vervallen, ${added} toegevoegd`,
    },
    handedOver: { title: 'Overgedragen, wacht op BZ', empty: 'Er wacht niets op BZ.' },
    toAccept: {
      title: 'Terms of reference om te aanvaarden',
      empty: 'Er wachten geen terms of reference op BZ. Zodra AenM ze overdraagt, staan ze hier.',
    },
    mine: {
      title: 'Mijn onderdelen',
      empty: 'Aan u is nog niets toegewezen. Neem een onderdeel hieronder, of vraag wie de onderdelen verdeelt.',
    },
    unassigned: {
      title: 'Nog zonder auteur',
      empty: 'Alle onderdelen hebben een auteur.',
      sections: (count: number) => `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}`,
    },
    inReview: { title: 'Te beoordelen', empty: 'Er wacht niets op een oordeel. Ingediende onderdelen verschijnen hier.' },
    toRelease: {
      title: 'Vastgesteld, nog niet uitgegeven',
      empty: 'Alles wat is vastgesteld, is uitgegeven. Zodra een beoordelaar iets vaststelt, staat het hier.',
      sections: (count: number) => `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}`,
      since: (moment: string) => `laatste vaststelling ${moment}`,
    },
    releases: {
      title: 'Onlangs uitgegeven',
      empty: 'Er is nog niets uitgegeven. Zodra BZ onderdelen uitgeeft, staan ze hier.',
      sections: (count: number) => `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}`,
      all: 'Alle uitgaven',
    },
    accounts: {
      title: 'Accounts per rol',
      hint: 'Een account toevoegen gaat met de opdracht "herkomst user add".',
      role: 'Rol',
      count: 'Actieve accounts',
    },
    expert: 'U leest de uitgaven hieronder. Wordt uw organisatie naar haar deskundigheid gevraagd, dan staat dat hier ook.',
  },
  en: {
    title: 'My work',
    search: {
      heading: 'Search country information',
      label: 'What are you looking for?',
      hint: 'For example: dienstplicht vrijstelling, or: marriage minors Idlib',
      button: 'Search',
    },
    more: 'View all',
    due: 'due on',
    waitingSince: (moment: string) => `waiting since ${moment}`,
    asOf: (day: string) => `as of ${day}`,
    noAsOf: 'no as-of date yet',
    comments: (count: number) => `${count} open ${count === 1 ? 'comment' : 'comments'}`,
    preparing: {
      title: 'Terms of reference in preparation',
      empty: 'Nothing is in preparation.',
      next: 'Draw up terms of reference',
      differences: (dropped: number, added: number) => `${dropped} dropped, ${added} added`,
    },
    handedOver: { title: 'Handed over, waiting for Foreign Affairs', empty: 'Nothing waits for Foreign Affairs.' },
    toAccept: {
      title: 'Terms of reference to accept',
      empty: 'No terms of reference wait for Foreign Affairs. As soon as AenM hands them over they are here.',
    },
    mine: {
      title: 'My sections',
      empty: 'Nothing has been assigned to you yet. Take a section below, or ask who divides the sections.',
    },
    unassigned: {
      title: 'Still without an author',
      empty: 'Every section has an author.',
      sections: (count: number) => `${count} ${count === 1 ? 'section' : 'sections'}`,
    },
    inReview: { title: 'To review', empty: 'Nothing waits for a verdict. Submitted sections appear here.' },
    toRelease: {
      title: 'Approved, not yet released',
      empty: 'Everything that was approved has been released. As soon as a reviewer approves something it is here.',
      sections: (count: number) => `${count} ${count === 1 ? 'section' : 'sections'}`,
      since: (moment: string) => `last approval ${moment}`,
    },
    releases: {
      title: 'Recently released',
      empty: 'Nothing has been released yet. As soon as Foreign Affairs releases sections they are here.',
      sections: (count: number) => `${count} ${count === 1 ? 'section' : 'sections'}`,
      all: 'All releases',
    },
    accounts: {
      title: 'Accounts by role',
      hint: 'An account is added with the command "herkomst user add".',
      role: 'Role',
      count: 'Active accounts',
    },
    expert: 'You read the releases below. When your organisation is asked for its expertise, that is here as well.',
  },
})
