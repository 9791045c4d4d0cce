import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { z } from 'zod'
import '#app/styles/account.css'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { accounts } from '#app/i18n/accounts.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { demoPassword, listDemoAccounts } from '#app/services/accounts/demo-accounts.server.ts'
import { sessionCookie } from '#app/services/accounts/sessions.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { Role } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => accounts[language].title)

export const loader = guardedLoader('session.start', async ({ request, actor, installation }) => {
  const next = localPath(new URL(request.url).searchParams.get('next'))
  if (actor) throw redirect(next)
  const demo = await listDemoAccounts(installation.sql)
  return {
    next,
    demo: demo.map((it) => ({ ...it, roles: z.array(Role).parse(it.roles) })),
    password: demo.length > 0 ? demoPassword : null,
  }
})

const Credentials = z.object({ email: z.string().trim().max(320), password: z.string().max(200), next: z.string().optional() })

export const action = guardedAction('session.start', async ({ request, installation, useCase }) => {
  const { email, password, next } = Credentials.catch({ email: '', password: '' }).parse(
    Object.fromEntries(await request.formData()),
  )
  if (!email || !password) return data({ email, problem: email ? ('password' as const) : ('email' as const) }, 422)
  try {
    const token = await signIn(useCase, { email, password })
    return redirect(localPath(next), { headers: { 'Set-Cookie': sessionCookie(installation.config, token) } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ email, problem: error.code === 'too-many-attempts' ? ('tooMany' as const) : ('wrong' as const) }, error.status)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function SignIn() {
  const { next, demo, password } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(accounts)
  const language = useLanguage()
  return (
    <>
      <PageHead title={text.title} />
      {answer?.problem === 'wrong' && <Notice tone="error">{text.wrong}</Notice>}
      {answer?.problem === 'tooMany' && <Notice tone="error">{text.tooMany}</Notice>}
      <Form method="post" reloadDocument>
        <input type="hidden" name="next" value={next} />
        <TextField
          label={text.email}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={answer?.email}
          errors={answer?.problem === 'email' ? [text.emailNeeded] : undefined}
        />
        <TextField
          label={text.password}
          name="password"
          type="password"
          autoComplete="current-password"
          errors={answer?.problem === 'password' ? [text.passwordNeeded] : undefined}
        />
        <Button look="primary">{text.signIn}</Button>
      </Form>
      {password && (
        <section aria-labelledby="demo-accounts" className="demo-accounts">
          <h2 id="demo-accounts">{text.demoTitle}</h2>
          <p>{text.demoLead(password)}</p>
          <ul className="plain-list rows">
            {demo.map((account) => (
              <li key={account.email}>
                <Form method="post" reloadDocument className="demo-account">
                  <input type="hidden" name="next" value={next} />
                  <input type="hidden" name="email" value={account.email} />
                  <input type="hidden" name="password" value={password} />
                  <Button>
                    <span className="hidden-visually">{text.useAccount} </span>
                    {account.name}
                  </Button>
                  <span className="soft">{account.roles.map((role) => words[language].role[role]).join(', ')}</span>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
