import { dictionary } from './dictionary.ts'

/** The list of sections in review, and a section as its reviewers read it. */
export const reviewTexts = dictionary({
  nl: {
    title: 'Beoordeling',
    lead: 'Wie aan een onderdeel schreef, beslist er niet over. Wat het langst wacht staat bovenaan.',
    tabs: 'Onderdelen naar stand',
    tab: { 'in-review': 'In beoordeling', returned: 'Teruggegeven', approved: 'Vastgesteld' },
    captions: {
      'in-review': 'Onderdelen in beoordeling, wat het langst wacht eerst',
      returned: 'Teruggegeven onderdelen, het laatst teruggegeven eerst',
      approved: 'Vastgestelde onderdelen, het laatst vastgesteld eerst',
    },
    empty: {
      'in-review': 'Er wacht nu niets op beoordeling. Zodra een auteur een onderdeel indient, staat het hier.',
      returned:
        'Er is nu niets teruggegeven. Onderdelen die u met een reden teruggeeft, staan hier tot de auteur ze opnieuw indient.',
      approved: 'Er is nu niets vastgesteld. Vastgestelde onderdelen staan hier; de uitgever kan ze uitgeven.',
    },
    toReports: 'Naar de rapporten',
    country: 'Land',
    report: 'Rapport',
    section: 'Onderdeel',
    author: 'Auteur',
    nobody: 'niemand',
    submitted: 'Ingediend op',
    decided: { returned: 'Teruggegeven op', approved: 'Vastgesteld op' },
    by: (name: string) => `door ${name}`,
    asOf: 'Peildatum',
    noAsOf: 'nog niet gezet',
    openComments: 'Open opmerkingen',
    own: 'u schreef mee',
    pages: 'Bladeren',
    previous: 'Vorige',
    next: 'Volgende',

    pageTitle: (number: string, title: string) => `Beoordeling ${number} ${title}`,
    status: 'Status',
    writers: 'Schreef mee',
    notSubmitted: 'nog niet',
    toEditor: 'Naar het onderdeel',
    text: 'Tekst',
    noText: 'In dit onderdeel is nog niets geschreven.',
    footnotes: 'Noten',
    commentOn: 'Opmerking maken',
    commentOnBlock: 'bij deze alinea',
    commentOnIncident: 'bij dit incident',
    commentsHere: (count: number) => (count === 1 ? '1 open opmerking' : `${count} open opmerkingen`),
    contents: 'Op deze pagina',

    questions: 'Gestelde vragen',
    noQuestions: 'Aan dit onderdeel zijn geen vragen gekoppeld.',
    rationale: 'Waarom deze vraag',
    askedBy: 'Gevraagd door (illustratie)',

    sources: 'Aangehaalde bronnen',
    onlyConfidential: 'Rust alleen op één vertrouwelijke bron',
    noSources: 'Dit onderdeel haalt geen bronnen aan.',
    published: 'Gepubliceerd',
    accessed: 'Laatst geraadpleegd',
    unknown: 'niet vermeld',

    comments: 'Opmerkingen',

    decision: 'Beslissing',
    approve: 'Vaststellen',
    approveLead: 'U stelt de tekst vast zoals die hier staat. Daarna kan de uitgever het onderdeel uitgeven.',
    openFirst: (count: number) =>
      count === 1
        ? 'Er staat nog 1 opmerking open. U kunt ook met open opmerkingen vaststellen.'
        : `Er staan nog ${count} opmerkingen open. U kunt ook met open opmerkingen vaststellen.`,
    return: 'Teruggeven',
    unsettled: (what: { suggestions: number; toMatch: number; guidance: number }) =>
      `Vaststellen kan nog niet. In de tekst staan nog ${listed(
        [
          [what.suggestions, 'voorstel', 'voorstellen'],
          [what.toMatch, 'noot zonder bron', 'noten zonder bron'],
          [what.guidance, 'aanwijzing', 'aanwijzingen'],
        ],
        'en',
      )}. Geef de paragraaf terug, zodat de auteur dat kan afhandelen.`,
    returnTitle: 'Teruggeven aan de auteur',
    returnApproved:
      'Dit onderdeel is vastgesteld. Blijkt er toch iets niet te kloppen, dan kunt u het teruggeven. Eerdere uitgaven veranderen niet.',
    reason: 'Reden',
    reasonHint: 'Wat moet er anders? De auteur leest dit op deze pagina. Minstens tien tekens.',
    why: {
      role: 'Vaststellen en teruggeven doen beoordelaars en de uitgever. U kunt hier wel opmerkingen maken.',
      'own-author': 'U bent de auteur van dit onderdeel; een ander moet het vaststellen.',
      'own-contributor': 'U schreef mee aan dit onderdeel; een ander moet het vaststellen.',
      draft: 'De auteur heeft dit onderdeel nog niet ingediend. U kunt wel alvast opmerkingen maken.',
      returned: 'Dit onderdeel is teruggegeven. De auteur werkt eraan en dient het opnieuw in.',
      approved: 'Dit onderdeel is vastgesteld.',
    },
    history: 'Eerdere beslissingen',
    noHistory: 'Over dit onderdeel is nog niet beslist.',
    decisions: { approved: 'Vastgesteld', returned: 'Teruggegeven' },
    version: (version: number) => `tekstversie ${version}`,

    done: {
      approved: 'U hebt dit onderdeel vastgesteld.',
      returned: 'U hebt dit onderdeel teruggegeven. De auteur ziet uw reden.',
    },
    movedTitle: 'Een ander was u voor',
    moved:
      'Terwijl u las, is dit onderdeel veranderd of heeft een ander erover beslist. Uw beslissing is niet verwerkt; hieronder staat hoe het nu is.',
    movedBy: (name: string, moment: string) => `Laatste beslissing: ${name}, ${moment}.`,
    movedReason: 'Uw reden is bewaard: zij staat ingevuld bij Opmerkingen. U kunt haar daar als opmerking plaatsen.',
    movedReasonForm: 'Uw reden is bewaard en staat nog in het formulier. Lees eerst wat er veranderde.',
    errors: {
      'reason-too-short': 'Schrijf in minstens tien tekens wat er anders moet.',
      needed: 'Schrijf eerst uw opmerking.',
      'too-long': 'Dit is te lang: hooguit 4000 tekens.',
      other: 'Dit kon niet worden verwerkt. Uw tekst staat er nog.',
    },
  },
  en: {
    title: 'Review',
    lead: 'Whoever wrote in a section does not decide on it. What has waited longest is on top.',
    tabs: 'Sections by state',
    tab: { 'in-review': 'In review', returned: 'Returned', approved: 'Approved' },
    captions: {
      'in-review': 'Sections in review, longest waiting first',
      returned: 'Returned sections, last returned first',
      approved: 'Approved sections, last approved first',
    },
    empty: {
      'in-review': 'Nothing is waiting for review. As soon as an author submits a section, it is listed here.',
      returned: 'Nothing is returned now. Sections you return with a reason stay here until the author submits them again.',
      approved: 'Nothing is approved now. Approved sections are listed here; the publisher can release them.',
    },
    toReports: 'To the reports',
    country: 'Country',
    report: 'Report',
    section: 'Section',
    author: 'Author',
    nobody: 'nobody',
    submitted: 'Submitted on',
    decided: { returned: 'Returned on', approved: 'Approved on' },
    by: (name: string) => `by ${name}`,
    asOf: 'As-of date',
    noAsOf: 'not set yet',
    openComments: 'Open comments',
    own: 'you wrote in it',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',

    pageTitle: (number: string, title: string) => `Review of ${number} ${title}`,
    status: 'Status',
    writers: 'Also wrote in it',
    notSubmitted: 'not yet',
    toEditor: 'To the section',
    text: 'Text',
    noText: 'Nothing has been written in this section yet.',
    footnotes: 'Notes',
    commentOn: 'Comment',
    commentOnBlock: 'on this paragraph',
    commentOnIncident: 'on this incident',
    commentsHere: (count: number) => (count === 1 ? '1 open comment' : `${count} open comments`),
    contents: 'On this page',

    questions: 'Questions asked',
    noQuestions: 'No questions are bound to this section.',
    rationale: 'Why this question',
    askedBy: 'Asked by (illustration)',

    sources: 'Sources cited',
    onlyConfidential: 'Rests only on one confidential source',
    noSources: 'This section cites no sources.',
    published: 'Published',
    accessed: 'Last checked',
    unknown: 'not given',

    comments: 'Comments',

    decision: 'Decision',
    approve: 'Approve',
    approveLead: 'You approve the text as it stands here. The publisher can then release the section.',
    openFirst: (count: number) =>
      count === 1
        ? '1 comment is still open. You can approve with open comments too.'
        : `${count} comments are still open. You can approve with open comments too.`,
    return: 'Return',
    unsettled: (what: { suggestions: number; toMatch: number; guidance: number }) =>
      `It cannot be approved yet. The text still holds ${listed(
        [
          [what.suggestions, 'suggestion', 'suggestions'],
          [what.toMatch, 'note without its source', 'notes without their source'],
          [what.guidance, 'piece of guidance', 'pieces of guidance'],
        ],
        'and',
      )}. Return the section, so that its author can deal with that.`,
    returnTitle: 'Return to the author',
    returnApproved:
      'This section is approved. Should something turn out to be wrong, you can return it. Earlier releases do not change.',
    reason: 'Reason',
    reasonHint: 'What has to change? The author reads this on this page. Ten characters or more.',
    why: {
      role: 'Reviewers and the publisher approve and return. You can comment here.',
      'own-author': 'You are the author of this section; someone else has to approve it.',
      'own-contributor': 'You wrote in this section; someone else has to approve it.',
      draft: 'The author has not submitted this section yet. You can already comment.',
      returned: 'This section was returned. The author is working on it and will submit it again.',
      approved: 'This section is approved.',
    },
    history: 'Earlier decisions',
    noHistory: 'Nothing has been decided on this section yet.',
    decisions: { approved: 'Approved', returned: 'Returned' },
    version: (version: number) => `text version ${version}`,

    done: {
      approved: 'You have approved this section.',
      returned: 'You have returned this section. The author sees your reason.',
    },
    movedTitle: 'Someone else was first',
    moved:
      'While you were reading, this section changed or someone else decided on it. Your decision was not processed; below is how it stands now.',
    movedBy: (name: string, moment: string) => `Last decision: ${name}, ${moment}.`,
    movedReason: 'Your reason was kept: it is filled in under Comments. You can add it there as a comment.',
    movedReasonForm: 'Your reason was kept and still stands in the form. Read what changed first.',
    errors: {
      'reason-too-short': 'Write in ten characters or more what has to change.',
      needed: 'Write your comment first.',
      'too-long': 'This is too long: 4000 characters at most.',
      other: 'This could not be processed. Your text is still here.',
    },
  },
})

/** "1 voorstel en 2 noten zonder bron": those there are any of. */
function listed(counts: readonly (readonly [number, string, string])[], and: string): string {
  const parts = counts.filter(([count]) => count > 0).map(([count, one, more]) => `${count} ${count === 1 ? one : more}`)
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(` ${and} `)
}
