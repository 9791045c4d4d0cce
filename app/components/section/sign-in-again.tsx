import { useId, useState, type FormEvent } from 'react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { useText } from '#app/components/use-text.ts'
import { accounts } from '#app/i18n/accounts.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { signInAgain } from './requests.ts'

/** The session ended while somebody was writing: their password, here, and the saving goes on. The text stays where it is. */
export function SignInAgain({ userId, onDone }: { userId: string; onDone: () => void }) {
  const text = useText(sectionTexts).state
  const account = useText(accounts)
  const id = useId()
  const [problem, setProblem] = useState<'wrong' | 'tooMany' | 'unreachable' | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    setBusy(true)
    const answer = await signInAgain(userId, String(password))
    setBusy(false)
    setProblem(answer === 'done' ? null : answer)
    if (answer === 'done') onDone()
  }
  const sentence =
    problem && { wrong: text.wrongPassword, tooMany: account.tooMany, unreachable: text.signInUnreachable }[problem]
  return (
    <form className="sign-in-again" onSubmit={(event) => void submit(event)} aria-labelledby={id}>
      <p id={id}>{text.signInHere}</p>
      <TextField
        label={account.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        errors={sentence ? [sentence] : undefined}
      />
      <Button look="primary" disabled={busy}>
        {account.signIn}
      </Button>
    </form>
  )
}
