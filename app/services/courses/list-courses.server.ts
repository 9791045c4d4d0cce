import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { Course } from './course.ts'

/** The register of courses and workshops (SR-52): what is given now by its next day, then what is no longer given. */
export async function listCourses({ sql }: Pick<UseCase, 'sql'>): Promise<Course[]> {
  return z.array(Course).parse(
    await sql`
    select course.id, kind, title_nl as "titleNl", title_en as "titleEn", organisation, organisation.name_nl as "organisationNl",
      organisation.name_en as "organisationEn", themes, about, next_on as "nextOn", ended, revision,
      (select coalesce(jsonb_agg(jsonb_build_object('standardId', point.standard_id, 'version', version, 'number', number, 'body', body)
          order by version, number), '[]')
        from consultation_point point join standard_terms standard on standard.id = point.standard_id
        where course.id = (select course_id from consultation_outcome where point_id = point.id order by id desc limit 1)) as points
    from course join organisation on organisation.code = course.organisation
    order by ended, next_on nulls last, title_nl, course.id`,
  )
}

/** @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readCourse(useCase: Pick<UseCase, 'sql'>, id: string | undefined): Promise<Course> {
  const course = Id.safeParse(id).success ? (await listCourses(useCase)).find((it) => it.id === id) : undefined
  if (!course) throw new DomainError('not-found')
  return course
}
