import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { refuseUnknownOrganisations } from '../standard-terms/refuse-unknown-organisations.server.ts'
import { CourseFields } from './course.ts'

/** Adds a course or workshop to the register. @returns its id. @throws {DomainError} `invalid-input` (`unknown-organisation`). */
export async function addCourse(useCase: UseCase, input: CourseFields): Promise<string> {
  const course = CourseFields.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    await refuseUnknownOrganisations(tx, [course.organisation])
    const [added] = await tx<{ id: string }[]>`
      insert into course (kind, title_nl, title_en, organisation, themes, about, next_on, ended, created_by, created_at)
      values (${course.kind}, ${course.titleNl}, ${course.titleEn}, ${course.organisation}, ${course.themes}, ${course.about},
        ${course.nextOn}, ${course.ended}, ${useCase.actor.id}, ${useCase.clock()})
      returning id`
    await recordEvent({ ...useCase, sql: tx }, { action: 'course.added', objectType: 'course', objectId: added!.id, details: {} })
    return added!.id
  })
}

/**
 * Changes a course. @param seen its id, and the revision the person saw.
 * @throws {DomainError} `not-found`; `conflict` (`changed-meanwhile`); `invalid-input` (`unknown-organisation`).
 */
export async function changeCourse(useCase: UseCase, seen: { id: string; revision: number }, input: CourseFields): Promise<void> {
  const course = CourseFields.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const [current] = await tx<{ revision: number }[]>`select revision from course where id = ${seen.id} for update`
    if (!current) throw new DomainError('not-found')
    if (current.revision !== seen.revision) throw new DomainError('conflict', 'changed-meanwhile')
    await refuseUnknownOrganisations(tx, [course.organisation])
    const revision = seen.revision + 1
    await tx`
      update course set kind = ${course.kind}, title_nl = ${course.titleNl}, title_en = ${course.titleEn},
        organisation = ${course.organisation}, themes = ${course.themes}, about = ${course.about}, next_on = ${course.nextOn},
        ended = ${course.ended}, revision = ${revision}
      where id = ${seen.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'course.changed', objectType: 'course', objectId: seen.id, details: { revision } },
    )
  })
}
