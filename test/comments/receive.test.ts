import { describe, expect, it } from 'vitest'
import { readThreads } from '#app/services/comments/read-threads.server.ts'
import { receiveThread } from '#app/services/comments/receive-thread.server.ts'
import { aSection } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'

const form = (values: Record<string, string>) => {
  const filled = new FormData()
  for (const [name, value] of Object.entries({ nature: 'fact', ...values })) filled.append(name, value)
  return filled
}

describe('the form of a new thread', () => {
  const db = testDatabase()

  it('comes back as it was filled in, with what is wrong, and starts nothing', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const stranger = '00000000-0000-4000-8000-000000000000'
    for (const [values, error] of [
      [{ body: '  ' }, 'needed'],
      [{ body: 'x'.repeat(4001) }, 'too-long'],
      [{ body: 'Klopt dit?', mentions: stranger }, 'unknown-colleague'],
      [{ body: 'Klopt dit?', questionKey: 'no-such-question' }, 'unknown-question'],
    ] as const) {
      const answer = await receiveThread(author, sectionId, form(values))
      expect(answer).toMatchObject({ refused: { body: values.body, nature: 'fact', error } })
    }
    const odd = await receiveThread(author, sectionId, form({ body: 'Klopt dit?', nature: 'gossip', quote: 'x'.repeat(2001) }))
    expect(odd).toMatchObject({ refused: { body: 'Klopt dit?', nature: 'gossip' } })
    expect(await readThreads(author, sectionId)).toEqual([])
  })

  it('starts a thread when it will do, in a section that is there', async () => {
    const { author, sectionId } = await aSection(db.sql)
    expect(await receiveThread(author, sectionId, form({ body: 'Klopt dit?' }))).toEqual({ started: { blockId: null } })
    expect(await readThreads(author, sectionId)).toMatchObject([{ place: 'section', nature: 'fact' }])
    for (const unknown of [undefined, 'x', '00000000-0000-4000-8000-000000000000'])
      await expect(receiveThread(author, unknown, form({ body: 'Klopt dit?' }))).rejects.toMatchObject({ code: 'not-found' })
  })
})
