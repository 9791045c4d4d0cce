import { dictionary } from './dictionary.ts'

export const accounts = dictionary({
  nl: {
    title: 'Inloggen',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.',
    tooMany: 'Er is te vaak een verkeerd wachtwoord gegeven. Wacht een kwartier en probeer het dan opnieuw.',
    emailNeeded: 'Vul uw e-mailadres in.',
    passwordNeeded: 'Vul uw wachtwoord in.',
    demoTitle: 'Demo-accounts',
    demoLead: (password: string) => `Alle personen zijn verzonnen rollen. Het wachtwoord is steeds: ${password}`,
    useAccount: 'Inloggen als',
    does: 'Kan',
  },
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    wrong: 'This e-mail address and password do not belong together. Check both and try again.',
    tooMany: 'A wrong password was given too often. Wait a quarter of an hour and try again.',
    emailNeeded: 'Fill in your e-mail address.',
    passwordNeeded: 'Fill in your password.',
    demoTitle: 'Demo accounts',
    demoLead: (password: string) => `All persons are made-up roles. The password is always: ${password}`,
    useAccount: 'Sign in as',
    does: 'Can',
  },
})
