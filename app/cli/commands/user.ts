import { Option, type Command } from 'commander'
import { OperatorError } from '#app/platform/errors.ts'
import { DomainError } from '#app/platform/errors.ts'
import { addUser, NewUser } from '#app/services/accounts/add-user.server.ts'
import { coordinatorTopics, languages, roles } from '#schemas/vocabulary.ts'
import { asOperator, printResult, withInstallation } from '../command.ts'

export function addUserCommand(program: Command): void {
  const user = program.command('user').description('accounts')
  const command = user
    .command('add')
    .description('add an account; the password is read from the first line of stdin')
    .requiredOption('--email <address>', 'e-mail address to sign in with')
    .requiredOption('--name <name>', 'name as shown to others')
    .requiredOption('--organisation <code>', 'organisation, e.g. BZ, AenM, IND, TOELT, DT&V')
    .addOption(new Option('--role <role...>', 'one or more roles').choices([...roles]).makeOptionMandatory())
    .addOption(new Option('--topic <topic...>', "a coordinator's topics").choices([...coordinatorTopics]))
    .addOption(new Option('--language <language>', 'language of the interface').choices([...languages]).default('nl'))
  command.action(async (options) => {
    const input = NewUser.safeParse({
      ...options,
      roles: options.role,
      topics: options.topic,
      password: await firstLine(process.stdin),
    })
    if (!input.success) {
      throw new OperatorError(
        `The account cannot be added: ${input.error.issues.map((it) => `${it.path.join('.')} – ${it.message}`).join('; ')}.`,
      )
    }
    const id = await withInstallation((installation) => addUser(asOperator(installation), input.data)).catch((error) => {
      if (!(error instanceof DomainError)) throw error
      const sentences: Record<string, string> = {
        'email-taken': `There is already an account with the address ${input.data.email}.`,
        'unknown-organisation': `There is no organisation with the code ${input.data.organisation}.`,
      }
      throw new OperatorError(sentences[error.detail ?? ''] ?? error.message)
    })
    printResult(command, { id, email: input.data.email, roles: input.data.roles }, [
      `Added ${input.data.email} (${input.data.roles.join(', ')}).`,
    ])
  })
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  if (input.isTTY) process.stderr.write('Password: ')
  let text = ''
  for await (const chunk of input) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split('\n')[0]?.replace(/\r$/, '') ?? ''
}
