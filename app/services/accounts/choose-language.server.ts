import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { Language } from '#schemas/vocabulary.ts'

/** Keeps the language a person wants to work in with their account, for every device where they chose none. */
export async function chooseLanguage(useCase: UseCase, language: Language): Promise<void> {
  const { sql, actor } = useCase
  await withTransaction(sql, async (tx) => {
    await tx`update app_user set language = ${language} where id = ${actor.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'user.language-chosen', objectType: 'user', objectId: actor.id, details: { language } },
    )
  })
}
