import { dictionary } from './dictionary.ts'

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** Reading a whole report from a Word file. */
export const reportImportTexts = dictionary({
  nl: {
    link: 'Word-bestand inlezen',
    title: 'Word-bestand inlezen',
    lead: 'Leest de tekst van een .docx in bij paragrafen van dit rapport. U ziet eerst wat waar komt; er verandert niets tot u dat bevestigt.',
    file: 'Word-bestand (.docx)',
    fileHint:
      'Ten hoogste 15 MB. Koppen, lijsten, tabellen en citaten blijven; voetnoten en links komen mee als noten die u daarna aan een bron koppelt.',
    read: 'Bestand bekijken',
    needed: 'Kies een bestand.',
    problem: {
      empty: 'Dit bestand is leeg.',
      'too-large': 'Dit bestand is groter dan 15 MB. Haal de afbeeldingen eruit of knip het in delen.',
      protected: 'Dit bestand is met een wachtwoord beveiligd. Haal de beveiliging eraf en probeer het opnieuw.',
      'old-word': 'Dit is een oud Word-bestand (.doc). Open het in Word en bewaar het als .docx.',
      'no-docx': 'Dit is geen Word-bestand (.docx).',
      damaged: 'Dit bestand is beschadigd of niet compleet. Bewaar het opnieuw en probeer het nog eens.',
      'too-large-inside': 'In dit bestand zit meer dan een rapport kan zijn. Knip het in delen.',
    },
    previewTitle: 'Wat komt waar',
    found: (parts: number, notes: number) =>
      `${plural(parts, 'deel', 'delen')} gevonden, met ${plural(notes, 'noot of link', 'noten en links')}.`,
    noParts: 'In dit bestand staat geen tekst.',
    noTargets:
      'In dit rapport is geen paragraaf waarin u mag schrijven. Vraag een eindredacteur of de beoordelaar om een paragraaf open te zetten.',
    leftTitle: 'Wat niet of anders meekomt',
    leftNothing: 'Alles in het bestand heeft een plaats.',
    left: {
      insertions: (count: number) =>
        `${plural(count, 'bijgehouden invoeging wordt', 'bijgehouden invoegingen worden')} gewone tekst.`,
      deletions: (count: number) =>
        `${plural(count, 'passage die als verwijderd bijgehouden was blijft', 'passages die als verwijderd bijgehouden waren blijven')} weg.`,
      comments: (count: number) => `${plural(count, 'opmerking blijft', 'opmerkingen blijven')} weg.`,
      images: (count: number) => `${plural(count, 'afbeelding blijft', 'afbeeldingen blijven')} weg.`,
      textBoxes: (count: number) =>
        `De tekst van ${plural(count, 'tekstvak komt', 'tekstvakken komt')} achter de alinea waaraan het vastzat.`,
      formulas: (count: number) => `${plural(count, 'formule blijft', 'formules blijven')} weg.`,
      objects: (count: number) =>
        `${plural(count, 'grafiek of ingesloten bestand blijft', 'grafieken en ingesloten bestanden blijven')} weg.`,
      pageTexts: (count: number) =>
        `${plural(count, 'kop- of voettekst van de pagina’s blijft', 'kop- en voetteksten van de pagina’s blijven')} weg.`,
      contents: (count: number) =>
        `${plural(count, 'inhoudsopgave blijft', 'inhoudsopgaven blijven')} weg: het rapport maakt zijn eigen.`,
    },
    styles: (names: string) => `Deze stijlen zijn gewone alinea’s geworden: ${names}.`,
    columns: { part: 'In het bestand', size: 'Omvang', place: 'Komt in' },
    beginning: 'Voor de eerste kop',
    size: (words: number, notes: number) =>
      words + notes === 0
        ? 'alleen een kop'
        : [plural(words, 'woord', 'woorden'), notes > 0 && plural(notes, 'noot', 'noten')].filter(Boolean).join(', '),
    placeOf: (part: string) => `Waar komt ‘${part}’`,
    choose: 'Kies …',
    with: 'Bij het deel hierboven, met deze kop',
    out: 'Niet overnemen',
    hasText: '(heeft al tekst)',
    show: 'Tekst bekijken',
    more: (count: number) => `… en nog ${plural(count, 'blok', 'blokken')}.`,
    append: 'Komt er tekst in een paragraaf die al tekst heeft: zet die er achteraan',
    submit: 'Inlezen',
    again: 'Ander bestand',
    summary: 'Er is niets ingelezen:',
    refused: {
      choose: 'kies bij elk deel waar het komt, of dat het niet wordt overgenomen.',
      nothing: 'bij geen enkel deel is een paragraaf gekozen.',
      'other-file': 'het bestand hoort niet bij deze keuzes. Kies het opnieuw.',
      closed: 'in deze paragraaf mag u nu niet schrijven.',
      changed: 'deze paragraaf is veranderd sinds u dit bekeek. Kijk haar na en probeer het nog eens.',
      'has-text': 'in deze paragraaf staat al tekst. Kies onderaan dat de tekst er achteraan komt, of kies een andere paragraaf.',
      'too-large': 'dit is te veel tekst voor één paragraaf.',
    },
    done: (count: number) =>
      `Ingelezen in ${plural(count, 'paragraaf', 'paragrafen')}. Bij elke paragraaf staat naast de tekst wat nog te koppelen is.`,
  },
  en: {
    link: 'Import a Word file',
    title: 'Import a Word file',
    lead: 'Reads the text of a .docx into sections of this report. You first see what goes where; nothing changes until you confirm.',
    file: 'Word file (.docx)',
    fileHint:
      'At most 15 MB. Headings, lists, tables and quotations stay; footnotes and links come along as notes for you to match with a source.',
    read: 'Look at the file',
    needed: 'Choose a file.',
    problem: {
      empty: 'This file is empty.',
      'too-large': 'This file is larger than 15 MB. Take out the images or cut it in parts.',
      protected: 'This file has a password. Remove it and try again.',
      'old-word': 'This is an old Word file (.doc). Open it in Word and save it as .docx.',
      'no-docx': 'This is not a Word file (.docx).',
      damaged: 'This file is damaged or not complete. Save it anew and try again.',
      'too-large-inside': 'This file holds more than a report can be. Cut it in parts.',
    },
    previewTitle: 'What goes where',
    found: (parts: number, notes: number) =>
      `${plural(parts, 'part', 'parts')} found, with ${plural(notes, 'note or link', 'notes and links')}.`,
    noParts: 'There is no text in this file.',
    noTargets: 'There is no section in this report that you may write in. Ask the reviewer to open one.',
    leftTitle: 'What does not come along, or otherwise',
    leftNothing: 'Everything in the file has a place.',
    left: {
      insertions: (count: number) => `${plural(count, 'tracked insertion becomes', 'tracked insertions become')} ordinary text.`,
      deletions: (count: number) =>
        `${plural(count, 'passage tracked as deleted is', 'passages tracked as deleted are')} left out.`,
      comments: (count: number) => `${plural(count, 'comment is', 'comments are')} left out.`,
      images: (count: number) => `${plural(count, 'image is', 'images are')} left out.`,
      textBoxes: (count: number) =>
        `The text of ${plural(count, 'text box', 'text boxes')} comes after the paragraph it was fixed to.`,
      formulas: (count: number) => `${plural(count, 'formula is', 'formulas are')} left out.`,
      objects: (count: number) => `${plural(count, 'chart or embedded file is', 'charts and embedded files are')} left out.`,
      pageTexts: (count: number) => `${plural(count, 'page header or footer is', 'page headers and footers are')} left out.`,
      contents: (count: number) =>
        `${plural(count, 'table of contents is', 'tables of contents are')} left out: the report makes its own.`,
    },
    styles: (names: string) => `These styles became ordinary paragraphs: ${names}.`,
    columns: { part: 'In the file', size: 'Size', place: 'Goes to' },
    beginning: 'Before the first heading',
    size: (words: number, notes: number) =>
      words + notes === 0
        ? 'only a heading'
        : [plural(words, 'word', 'words'), notes > 0 && plural(notes, 'note', 'notes')].filter(Boolean).join(', '),
    placeOf: (part: string) => `Where does ‘${part}’ go`,
    choose: 'Choose …',
    with: 'With the part above, under this heading',
    out: 'Leave out',
    hasText: '(has text)',
    show: 'Show the text',
    more: (count: number) => `… and ${plural(count, 'more block', 'more blocks')}.`,
    append: 'Where text goes into a section that has text: put it at the end',
    submit: 'Import',
    again: 'Another file',
    summary: 'Nothing was imported:',
    refused: {
      choose: 'choose for each part where it goes, or that it is left out.',
      nothing: 'no section was chosen for any part.',
      'other-file': 'the file does not belong to these choices. Choose it again.',
      closed: 'you may not write in this section now.',
      changed: 'this section changed since you looked. Have a look at it and try again.',
      'has-text': 'this section has text. Choose below that text goes at the end, or choose another section.',
      'too-large': 'this is too much text for one section.',
    },
    done: (count: number) =>
      `Imported into ${plural(count, 'section', 'sections')}. Beside each text stands what is still to be matched.`,
  },
})
