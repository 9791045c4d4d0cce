import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { NewUser } from './add-user.server.ts'

/** Public on purpose: demo accounts exist only in a demo database. */
export const demoPassword = 'herkomst-demo'

/** One plainly fictional person per role. */
export const demoAccounts: readonly NewUser[] = (
  [
    ['beleid@demo.example', 'Beleid Demo', 'AenM', ['policy'], []],
    ['auteur@demo.example', 'Auteur Demo', 'BZ', ['author'], []],
    ['auteur2@demo.example', 'Tweede Auteur Demo', 'BZ', ['author'], []],
    ['beoordelaar@demo.example', 'Beoordelaar Demo', 'BZ', ['reviewer'], []],
    ['uitgever@demo.example', 'Uitgever Demo', 'BZ', ['publisher'], []],
    ['inbrenger@demo.example', 'Inbrenger Demo', 'DT&V', ['contributor'], []],
    ['onderzoeker@demo.example', 'Onderzoeker Demo', 'TOELT', ['researcher'], []],
    ['beslis@demo.example', 'Beslismedewerker Demo', 'IND', ['decision-officer'], []],
    ['coordinator@demo.example', 'Coördinator Demo', 'IND', ['coordinator'], ['gender', 'lgbtiq']],
    ['deskundige@demo.example', 'Deskundige Demo', 'EXT', ['external-expert'], []],
    ['beheer@demo.example', 'Beheerder Demo', 'BZ', ['administrator'], []],
  ] as const
).map(([email, name, organisation, roles, topics]) => ({
  email,
  name,
  organisation,
  roles: [...roles],
  topics: [...topics],
  password: demoPassword,
  isDemo: true,
}))

/** The demo accounts present in this database, for the sign-in page and the start message; none in a real installation. */
export async function listDemoAccounts(sql: Queryable) {
  return sql<{ email: string; name: string; roles: string[] }[]>`
    select email, name, array(select role from user_role where user_id = app_user.id) as roles
    from app_user where is_demo and active
    order by array_position(${demoAccounts.map((account) => account.email)}::text[], email)`
}
