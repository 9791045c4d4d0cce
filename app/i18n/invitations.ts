import { dictionary } from './dictionary.ts'

/** Invitations: making and closing links, and what a guest without account sees. */
export const invitationTexts = dictionary({
  nl: {
    list: {
      heading: 'Uitnodigingen',
      caption: 'Uitgenodigde organisaties en hoe het met hun link staat',
      organisation: 'Organisatie',
      addressee: 'Functie',
      expires: 'Geldig tot en met',
      state: 'Stand',
      given: 'Inbreng',
      opened: (moment: string) => `geopend ${moment}`,
      notOpened: 'nog niet geopend',
      something: 'ja',
      nothing: 'nog niet',
      empty:
        'Er is nog niemand uitgenodigd. Met een uitnodiging geeft een organisatie zonder account haar inbreng via een eigen link.',
      withdraw: 'Intrekken',
      withdrawReason: 'Reden van intrekken',
      withdrawHint: 'Minstens 10 tekens. De link werkt daarna niet meer; wat al is gegeven, blijft.',
      withdrawn: (reason: string) => `Ingetrokken: ${reason}`,
    },
    invite: {
      title: 'Organisatie uitnodigen',
      lead: 'U krijgt een link die u zelf verstuurt. Wie de link heeft, geeft namens de organisatie inbreng, zonder account.',
      organisation: 'Organisatie',
      choose: 'Kies een organisatie',
      addressee: 'Functie van wie u aanschrijft',
      addresseeHint: 'Bijvoorbeeld: beleidsadviseur. Geen naam of e-mailadres: namen van personen worden hier niet bewaard.',
      expires: 'Geldig tot en met',
      submit: 'Link maken',
      made: 'De link is gemaakt',
      once: 'Kopieer de link nu: hij is alleen hier te zien. Bewaard wordt alleen een controlegetal. Kwijt? Trek de uitnodiging in en maak een nieuwe.',
      link: 'Link om te versturen',
      back: 'Terug',
    },
    errors: {
      organisationCode: 'Kies een organisatie.',
      'unknown-organisation': 'Deze organisatie staat niet in de lijst. Kies een organisatie uit de lijst.',
      addressee: 'Vul een functie in.',
      'addressee-needed': 'Vul een functie in, van minstens 3 tekens.',
      'addressee-too-long': 'Dit is te lang: hoogstens 100 tekens.',
      'addressee-is-person':
        'Vul een functie in, geen naam, e-mailadres of nummer: gegevens van personen worden hier niet bewaard.',
      expiresOn: 'Vul de laatste dag in waarop de link werkt.',
      'expires-in-past': 'Deze dag is al voorbij. Kies vandaag of een latere dag.',
      'expires-too-late': 'Een link is hoogstens een jaar geldig. Kies een eerdere dag.',
      'reason-too-short': 'Geef een reden in woorden, van minstens 10 tekens.',
      'too-long': 'Dit is te lang: hoogstens 2000 tekens.',
      'invitation-not-open': 'Deze uitnodiging is intussen afgerond, verlopen of al ingetrokken. Er is niets veranderd.',
      other: 'Dit kan zo niet worden opgeslagen. Controleer het veld.',
    },
    guest: {
      title: 'Uitnodiging',
      on: (organisation: string) => `namens ${organisation}`,
      forWhom: 'Uitnodiging aan',
      until: 'Inbreng kan tot en met',
      state: 'Stand',
      notice:
        'U leest en geeft inbreng met deze link, zonder account. Bewaard wordt uw organisatie, niet wie u bent. Schrijf dus geen namen of gegevens van personen op.',
      'handed-in': (day: string) =>
        `Deze uitnodiging is gebruikt: op ${day} hebt u laten weten dat uw inbreng compleet is. U kunt niets meer toevoegen; hieronder leest u wat ermee gebeurt.`,
      closed:
        'De laatste dag voor inbreng is voorbij. U kunt niets meer toevoegen; hieronder leest u wat met uw inbreng gebeurt.',
      done: {
        heading: 'Klaar?',
        lead: 'Laat weten dat uw inbreng compleet is. Daarna kunt u niets meer toevoegen of veranderen; met dezelfde link ziet u wel wat ermee gebeurt, tot een jaar daarna.',
        button: 'Mijn inbreng is compleet',
        nothing: 'U hebt nog niets gegeven. Geef eerst uw inbreng.',
      },
      refused: {
        'invitation-expired':
          'De laatste dag van uw uitnodiging is intussen voorbij. Dit is niet verstuurd; uw tekst staat hieronder nog.',
        'invitation-withdrawn': 'Uw uitnodiging is intussen ingetrokken. Dit is niet verstuurd; uw tekst staat hieronder nog.',
        'invitation-handed-in':
          'U hebt in een ander venster laten weten dat uw inbreng compleet is. Dit is niet verstuurd; uw tekst staat hieronder nog.',
      },
    },
    problems: {
      unknownTitle: 'Deze link is niet bekend',
      unknown:
        'De link is niet compleet of niet goed overgenomen, of u opende hem te lang geleden op dit apparaat. Open de link opnieuw vanuit het bericht waarmee u hem kreeg. Werkt hij dan niet, vraag dan een nieuwe aan wie u heeft uitgenodigd.',
      expiredTitle: 'Deze uitnodiging is verlopen',
      expired:
        'De laatste dag van deze uitnodiging is voorbij. Er is niets veranderd. Wilt u toch nog inbreng geven, vraag dan een nieuwe link aan wie u heeft uitgenodigd.',
      withdrawnTitle: 'Deze uitnodiging is ingetrokken',
      withdrawn:
        'Wie u uitnodigde, heeft de uitnodiging ingetrokken. Wat u al gaf, is bewaard. Hebt u vragen, neem dan contact op met wie u heeft uitgenodigd.',
      usedTitle: 'Deze uitnodiging is al gebruikt',
      used: 'U hebt laten weten dat uw inbreng compleet is. Er kan niets meer worden toegevoegd; open de link om te lezen wat ermee gebeurt.',
      tooManyTitle: 'Te veel onbekende links',
      tooMany: 'Vanaf deze plek zijn te veel links geprobeerd die niet bestaan. Wacht een kwartier en open uw link dan opnieuw.',
    },
  },
  en: {
    list: {
      heading: 'Invitations',
      caption: 'Invited organisations and the state of their link',
      organisation: 'Organisation',
      addressee: 'Function',
      expires: 'Valid until and including',
      state: 'State',
      given: 'Input',
      opened: (moment: string) => `opened ${moment}`,
      notOpened: 'not opened yet',
      something: 'yes',
      nothing: 'not yet',
      empty:
        'Nobody has been invited yet. By an invitation an organisation without an account gives its input through a link of its own.',
      withdraw: 'Withdraw',
      withdrawReason: 'Reason for withdrawing',
      withdrawHint: 'At least 10 characters. The link no longer works afterwards; what was given stays.',
      withdrawn: (reason: string) => `Withdrawn: ${reason}`,
    },
    invite: {
      title: 'Invite an organisation',
      lead: 'You get a link that you send yourself. Whoever has the link gives input on behalf of the organisation, without an account.',
      organisation: 'Organisation',
      choose: 'Choose an organisation',
      addressee: 'Function of whom you write to',
      addresseeHint: 'For example: policy adviser. No name or e-mail address: names of persons are not kept here.',
      expires: 'Valid until and including',
      submit: 'Make the link',
      made: 'The link was made',
      once: 'Copy the link now: it can be seen only here. Only a check number is kept. Lost it? Withdraw the invitation and make a new one.',
      link: 'Link to send',
      back: 'Back',
    },
    errors: {
      organisationCode: 'Choose an organisation.',
      'unknown-organisation': 'This organisation is not in the list. Choose one from the list.',
      addressee: 'Fill in a function.',
      'addressee-needed': 'Fill in a function, of at least 3 characters.',
      'addressee-too-long': 'This is too long: at most 100 characters.',
      'addressee-is-person': 'Fill in a function, not a name, e-mail address or number: data of persons are not kept here.',
      expiresOn: 'Fill in the last day on which the link works.',
      'expires-in-past': 'This day has passed. Choose today or a later day.',
      'expires-too-late': 'A link is valid for a year at most. Choose an earlier day.',
      'reason-too-short': 'Give a reason in words, of at least 10 characters.',
      'too-long': 'This is too long: at most 2000 characters.',
      'invitation-not-open': 'This invitation has meanwhile been completed, has expired or was withdrawn. Nothing was changed.',
      other: 'This cannot be saved as it is. Check the field.',
    },
    guest: {
      title: 'Invitation',
      on: (organisation: string) => `on behalf of ${organisation}`,
      forWhom: 'Invitation to',
      until: 'Input is possible until and including',
      state: 'State',
      notice:
        'You read and give input with this link, without an account. Your organisation is kept, not who you are. So do not write down names or data of persons.',
      'handed-in': (day: string) =>
        `This invitation has been used: on ${day} you said that your input is complete. You cannot add anything; below you read what becomes of it.`,
      closed: 'The last day for input has passed. You cannot add anything; below you read what becomes of your input.',
      done: {
        heading: 'Done?',
        lead: 'Say that your input is complete. After that you cannot add or change anything; by the same link you still see what becomes of it, for a year.',
        button: 'My input is complete',
        nothing: 'You have not given anything yet. Give your input first.',
      },
      refused: {
        'invitation-expired':
          'The last day of your invitation has passed meanwhile. This was not sent; your text is still below.',
        'invitation-withdrawn': 'Your invitation was withdrawn meanwhile. This was not sent; your text is still below.',
        'invitation-handed-in':
          'In another window you said that your input is complete. This was not sent; your text is still below.',
      },
    },
    problems: {
      unknownTitle: 'This link is not known',
      unknown:
        'The link is incomplete or was not copied well, or you opened it too long ago on this device. Open the link again from the message in which you got it. If it does not work then, ask for a new one from whoever invited you.',
      expiredTitle: 'This invitation has expired',
      expired:
        'The last day of this invitation has passed. Nothing was changed. If you still want to give input, ask for a new link from whoever invited you.',
      withdrawnTitle: 'This invitation was withdrawn',
      withdrawn:
        'Whoever invited you has withdrawn the invitation. What you gave is kept. If you have questions, contact whoever invited you.',
      usedTitle: 'This invitation has been used',
      used: 'You said that your input is complete. Nothing can be added; open the link to read what becomes of it.',
      tooManyTitle: 'Too many unknown links',
      tooMany: 'From this place too many links were tried that do not exist. Wait a quarter of an hour and open your link again.',
    },
  },
})
