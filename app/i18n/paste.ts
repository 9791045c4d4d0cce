import { dictionary } from './dictionary.ts'

/** Pasting from other programs, and finding the sources of notes that came along. */
export const pasteTexts = dictionary({
  nl: {
    region: 'Wat er van het plakken kwam',
    from: {
      word: 'Geplakt uit Word.',
      libreoffice: 'Geplakt uit LibreOffice.',
      'google-docs': 'Geplakt uit Google Documenten.',
      web: 'Geplakt van een webpagina of uit een ander programma.',
    },
    toMatch: (count: number) =>
      count === 1
        ? '1 noot of link wacht nog op zijn bron: zie ‘Nog te koppelen’ naast de tekst.'
        : `${count} noten en links wachten nog op hun bron: zie ‘Nog te koppelen’ naast de tekst.`,
    matched: (count: number) =>
      count === 1
        ? '1 link staat in het bronnenregister en is als bron gezet.'
        : `${count} links staan in het bronnenregister en zijn als bron gezet.`,
    withoutText: (count: number) =>
      count === 1
        ? 'Van 1 noot was alleen het nummer gekopieerd.'
        : `Van ${count} noten was alleen het nummer gekopieerd. Kopieer ook het einde van het document, dan komt hun tekst mee.`,
    leftOut: 'Niet meegekomen:',
    left: {
      images: (count: number) => (count === 1 ? '1 afbeelding' : `${count} afbeeldingen`),
      deletions: (count: number) =>
        count === 1 ? '1 passage die als verwijderd bijgehouden was' : `${count} passages die als verwijderd bijgehouden waren`,
      comments: (count: number) => (count === 1 ? '1 opmerking' : `${count} opmerkingen`),
      objects: (count: number) => (count === 1 ? '1 ingesloten onderdeel' : `${count} ingesloten onderdelen`),
    },
    insertions: (count: number) =>
      count === 1
        ? '1 bijgehouden invoeging is gewone tekst geworden.'
        : `${count} bijgehouden invoegingen zijn gewone tekst geworden.`,
    tooLarge:
      'Er is niets geplakt: dit is te veel tekst voor één keer. Plak het in delen, of lees het Word-bestand in vanaf de pagina van het rapport.',
    onlyImages: 'Er is niets geplakt: een afbeelding kan niet in de tekst.',
    close: 'Sluiten',
    tab: 'Nog te koppelen',
    nothingToMatch: 'Elke noot in deze tekst heeft zijn bron.',
    lead: 'Deze noten en links kwamen mee met geplakte of ingelezen tekst. Geef elk zijn bron; pas dan kan de paragraaf worden ingediend.',
    times: (count: number) => `staat op ${count} plaatsen`,
    inText: 'In de tekst',
    place: (place: number) => `plaats ${place}`,
    suggested: 'Uit het register:',
    use: 'Koppelen',
    useThis: (title: string, note: string) => `aan ${title}: ${note}`,
    none: 'Niets in het register dat erop lijkt.',
    searching: 'Er wordt in het register gezocht.',
    failed: 'Het register antwoordt nu niet.',
    find: 'Zoeken of nieuwe bron',
    remove: 'Weghalen',
    forNote: (note: string) => `voor ${note}`,
    noteInPicker: 'De noot',
    done: (left: number) => (left === 0 ? 'Gekoppeld. Alle noten hebben nu hun bron.' : `Gekoppeld. Nog ${left} te gaan.`),
    removed: 'Weggehaald. Met Ongedaan maken komt de noot terug.',
  },
  en: {
    region: 'What came of pasting',
    from: {
      word: 'Pasted from Word.',
      libreoffice: 'Pasted from LibreOffice.',
      'google-docs': 'Pasted from Google Docs.',
      web: 'Pasted from a web page or another program.',
    },
    toMatch: (count: number) =>
      count === 1
        ? '1 note or link still needs its source: see ‘To be matched’ beside the text.'
        : `${count} notes and links still need their sources: see ‘To be matched’ beside the text.`,
    matched: (count: number) =>
      count === 1
        ? '1 link is in the source register and became a citation.'
        : `${count} links are in the source register and became citations.`,
    withoutText: (count: number) =>
      count === 1
        ? 'Of 1 note only the number was copied.'
        : `Of ${count} notes only the number was copied. Copy the end of the document too and their text comes along.`,
    leftOut: 'Left out:',
    left: {
      images: (count: number) => (count === 1 ? '1 image' : `${count} images`),
      deletions: (count: number) => (count === 1 ? '1 passage tracked as deleted' : `${count} passages tracked as deleted`),
      comments: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
      objects: (count: number) => (count === 1 ? '1 embedded object' : `${count} embedded objects`),
    },
    insertions: (count: number) =>
      count === 1 ? '1 tracked insertion became ordinary text.' : `${count} tracked insertions became ordinary text.`,
    tooLarge:
      'Nothing was pasted: this is too much text at once. Paste it in parts, or import the Word file from the page of the report.',
    onlyImages: 'Nothing was pasted: the text cannot hold an image.',
    close: 'Close',
    tab: 'To be matched',
    nothingToMatch: 'Every note in this text has its source.',
    lead: 'These notes and links came along with pasted or imported text. Give each its source; only then can the section be submitted.',
    times: (count: number) => `stands in ${count} places`,
    inText: 'In the text',
    place: (place: number) => `place ${place}`,
    suggested: 'From the register:',
    use: 'Match',
    useThis: (title: string, note: string) => `with ${title}: ${note}`,
    none: 'Nothing like it in the register.',
    searching: 'Looking in the register.',
    failed: 'The register does not answer now.',
    find: 'Find or add a source',
    remove: 'Remove',
    forNote: (note: string) => `for ${note}`,
    noteInPicker: 'The note',
    done: (left: number) => (left === 0 ? 'Matched. All notes have their sources now.' : `Matched. ${left} to go.`),
    removed: 'Removed. Undo brings the note back.',
  },
})
