import { dictionary } from './dictionary.ts'

/** Sentences for what can go wrong: what happened, what was kept, what to do. */
export const errorTexts = dictionary({
  nl: {
    notFoundTitle: 'Deze pagina is er niet',
    notFound: 'Het adres klopt niet, of wat hier stond bestaat niet meer. Er is niets veranderd.',
    notAllowedTitle: 'Hier hebt u geen toegang toe',
    notAllowed: 'Uw account mag dit niet, of dit kan in deze fase niet. Er is niets veranderd.',
    whoCanHelp: 'Wie wel kan helpen:',
    unexpectedTitle: 'Er ging iets mis',
    unexpected:
      'Dit hadden wij niet voorzien. Wat al was opgeslagen is bewaard. Probeer het opnieuw; blijft het misgaan, meld het dan bij de beheerder.',
    conflictTitle: 'Dit is intussen veranderd',
    conflict:
      'Iemand anders was u voor, of de stand is intussen anders. Er is niets overschreven. Laad de pagina opnieuw en bekijk het verschil.',
    invalidTitle: 'Dit kon niet worden gelezen',
    invalid:
      'Wat de pagina stuurde was geen leesbaar formulier of bevat tekens die niet te bewaren zijn. Er is niets veranderd. Ga terug en probeer het opnieuw.',
    toHome: 'Naar Mijn werk',
    toSearch: 'Zoeken',
    formSummary: 'Er is nog iets nodig',
  },
  en: {
    notFoundTitle: 'This page does not exist',
    notFound: 'The address is wrong, or what was here is no longer there. Nothing was changed.',
    notAllowedTitle: 'You have no access to this',
    notAllowed: 'Your account may not do this, or it cannot be done at this stage. Nothing was changed.',
    whoCanHelp: 'Who can help:',
    unexpectedTitle: 'Something went wrong',
    unexpected: 'We did not foresee this. What had been saved is kept. Try again; if it keeps failing, tell the administrator.',
    conflictTitle: 'This has changed in the meantime',
    conflict:
      'Someone else was first, or the state is different now. Nothing was overwritten. Reload the page and look at the difference.',
    invalidTitle: 'This could not be read',
    invalid:
      'What the page sent was no readable form or holds characters that cannot be kept. Nothing was changed. Go back and try again.',
    toHome: 'To My work',
    toSearch: 'Search',
    formSummary: 'Something is still needed',
  },
})
