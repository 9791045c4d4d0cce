import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import '#app/styles/account.css'
import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Facts, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { accounts } from '#app/i18n/accounts.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { rememberLanguage } from '#app/platform/http/language.server.ts'
import { chooseLanguage } from '#app/services/accounts/choose-language.server.ts'
import { readAccount } from '#app/services/accounts/read-account.server.ts'
import { Language, languages } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => accounts[language].account)

export const loader = guardedLoader('account.view', async ({ actor, useCase, request, installation }) => ({
  name: actor.name,
  roles: actor.roles,
  topics: actor.topics,
  account: await readAccount(useCase, request.headers.get('cookie'), installation.config),
}))

export const action = guardedAction('account.change', async ({ request, useCase, installation }) => {
  const language = Language.safeParse((await request.formData()).get('language'))
  if (!language.success) return data({ problem: 'language' as const }, 422)
  await chooseLanguage(useCase, language.data)
  return redirect('/account', { headers: { 'Set-Cookie': rememberLanguage(installation.config, language.data) } })
})

export const shouldRevalidate = alsoAfterRefusal

export default function AccountPage() {
  const { name, roles, topics, account } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(accounts)
  const language = useLanguage()
  const { role, topic } = words[language]
  return (
    <>
      <PageHead title={text.account} />
      <Facts
        facts={[
          [text.name, name],
          [text.email, account.email],
          [text.organisation, account.organisation[language]],
          [text.roles, roles.map((it) => role[it]).join(', ')],
          topics.length > 0 && [text.topics, topics.map((it) => topic[it]).join(', ')],
        ]}
      />
      <section aria-labelledby="language">
        <h2 id="language">{text.language}</h2>
        <Form method="post" reloadDocument>
          <SelectField
            label={text.chosenLanguage}
            hint={text.languageHint}
            name="language"
            defaultValue={account.language}
            errors={answer?.problem && [text.unknownLanguage]}
          >
            {languages.map((it) => (
              <option key={it} value={it} lang={it}>
                {text.languages[it]}
              </option>
            ))}
          </SelectField>
          <Button>{text.keepLanguage}</Button>
        </Form>
      </section>
      <section aria-labelledby="sessions" className="account-sessions">
        <h2 id="sessions">{text.sessions}</h2>
        <p>{text.sessionsLead}</p>
        <table className="utrecht-table">
          <caption className="hidden-visually">{text.sessions}</caption>
          <thead className="utrecht-table__header">
            <tr>
              <th scope="col" className="utrecht-table__header-cell">
                {text.sessionStarted}
              </th>
              <th scope="col" className="utrecht-table__header-cell">
                {text.sessionLastSeen}
              </th>
              <th scope="col" className="utrecht-table__header-cell">
                {text.session}
              </th>
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {account.sessions.map((session) => (
              <tr key={session.id} className="utrecht-table__row">
                <td className="utrecht-table__cell">{formatMoment(session.startedAt, language)}</td>
                <td className="utrecht-table__cell">{formatMoment(session.lastSeenAt, language)}</td>
                <td className="utrecht-table__cell">{session.current ? text.thisSession : text.otherSession}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Form method="post" action="/sign-out" reloadDocument>
          <input type="hidden" name="everywhere" value="true" />
          <Button>{text.signOutEverywhere}</Button>
        </Form>
      </section>
    </>
  )
}
