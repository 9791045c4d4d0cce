import { dictionary } from './dictionary.ts'

/** Naming a section, splitting it, and binding questions to it. */
export const arrangeTexts = dictionary({
  nl: {
    reports: 'Rapporten',
    heading: 'Onderdeel indelen',
    renameLink: 'Titel wijzigen',
    splitLink: 'Onderdeel opsplitsen',
    bindLink: 'Vragen toevoegen',
    of: (number: string) => `van ${number}`,
    cancel: 'Annuleren',
    rename: {
      title: (number: string) => `Titel van ${number} wijzigen`,
      field: 'Titel',
      hint: 'Zoals zij in het rapport en de inhoudsopgave komt, zonder nummer. Ten hoogste 200 tekens.',
      submit: 'Titel opslaan',
      approved: 'Dit onderdeel is vastgesteld: de titel staat vast. Een beoordelaar kan het onderdeel teruggeven.',
    },
    split: {
      title: (number: string) => `Onderdeel ${number} opsplitsen`,
      lead: (number: string) =>
        `Het nieuwe onderdeel komt als laatste onder ${number}, met een eigen tekst, auteur en peildatum. Zolang ${number} zelf geen tekst heeft, gaan de gekozen vragen naar het nieuwe onderdeel.`,
      field: 'Titel van het nieuwe onderdeel',
      hint: 'Bijvoorbeeld een regio of een groep. Ten hoogste 200 tekens.',
      questions: 'Welke vragen beantwoordt het nieuwe onderdeel?',
      submit: 'Onderdeel toevoegen',
      impossible: 'Alleen een onderdeel direct onder een hoofdstuk kan worden opgesplitst, en alleen als er een vraag aan hangt.',
    },
    bind: {
      title: (number: string) => `Vragen toevoegen aan ${number}`,
      lead: 'Een vraag kan door meer dan één onderdeel worden beantwoord. Wat hier al aan hangt blijft eraan hangen.',
      own: 'Dit onderdeel beantwoordt al',
      none: 'nog geen vraag',
      questions: 'Welke vragen beantwoordt dit onderdeel ook?',
      submit: 'Vragen toevoegen',
      all: 'Dit onderdeel beantwoordt al elke vraag van het rapport.',
      heading: 'Dit is een kop zonder eigen tekst. Voeg de vraag toe aan een onderdeel eronder.',
    },
    answeredIn: (numbers: string) => `nu in ${numbers}`,
    nowhere: 'nog nergens',
    errors: {
      title: { needed: 'Vul een titel in.', 'too-long': 'Maak de titel korter: ten hoogste 200 tekens.' },
      questionKeys: {
        needed: 'Kies ten minste één vraag.',
        'unknown-question': 'Een van de vragen hoort niet (meer) bij dit rapport. Kies opnieuw.',
      },
      other: 'Dit kan zo niet. Controleer wat u invulde.',
    },
  },
  en: {
    reports: 'Reports',
    heading: 'Arrange the section',
    renameLink: 'Change the title',
    splitLink: 'Split the section',
    bindLink: 'Add questions',
    of: (number: string) => `of ${number}`,
    cancel: 'Cancel',
    rename: {
      title: (number: string) => `Change the title of ${number}`,
      field: 'Title',
      hint: 'As it will stand in the report and its contents, without the number. At most 200 characters.',
      submit: 'Save the title',
      approved: 'This section is approved: its title stands. A reviewer can return the section.',
    },
    split: {
      title: (number: string) => `Split section ${number}`,
      lead: (number: string) =>
        `The new section comes last under ${number}, with its own text, author and as-of date. As long as ${number} itself has no text, the chosen questions go to the new section.`,
      field: 'Title of the new section',
      hint: 'For example a region or a group. At most 200 characters.',
      questions: 'Which questions does the new section answer?',
      submit: 'Add the section',
      impossible: 'Only a section directly under a chapter can be split, and only when a question is bound to it.',
    },
    bind: {
      title: (number: string) => `Add questions to ${number}`,
      lead: 'More than one section can answer a question. What is bound here already stays bound.',
      own: 'This section already answers',
      none: 'no question yet',
      questions: 'Which questions does this section answer too?',
      submit: 'Add questions',
      all: 'This section already answers every question of the report.',
      heading: 'This is a heading without text of its own. Add the question to a section below it.',
    },
    answeredIn: (numbers: string) => `now in ${numbers}`,
    nowhere: 'nowhere yet',
    errors: {
      title: { needed: 'Fill in a title.', 'too-long': 'Make the title shorter: at most 200 characters.' },
      questionKeys: {
        needed: 'Choose at least one question.',
        'unknown-question': 'One of the questions does not belong to this report (any more). Choose again.',
      },
      other: 'This is not possible. Check what you filled in.',
    },
  },
})
