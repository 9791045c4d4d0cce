import type { UseCase } from '#app/platform/context.server.ts'
import { listCourses } from '../courses/list-courses.server.ts'
import { readConsultation, readInputs } from './read-consultation.server.ts'
import { readPoint } from './read-one.server.ts'
import { readOwners } from './read-owners.server.ts'
import { readQuestionChoices } from './read-question-choices.server.ts'
import { topicsOf } from './topics.ts'

/**
 * A point with the input it comes from, and what its action and outcome can name: people, with those first who look after its subjects;
 * questions; courses that are still given.
 * @throws {DomainError} `not-found`.
 */
export async function readPointPage(
  useCase: Pick<UseCase, 'sql' | 'clock'>,
  standardId: string | undefined,
  number: string | undefined,
) {
  const { standard } = await readConsultation(useCase, standardId)
  const point = await readPoint(useCase, standard.id, number)
  const inputs = (await readInputs(useCase, standard.id))
    .filter((input) => input.points.includes(point.number))
    .map(({ givenBy: _who, ...input }) => input)
  const owners = await readOwners(useCase)
  const topics = topicsOf(point.themes)
  const proposed = owners.filter((owner) => owner.topics.some((topic) => topics.includes(topic)))
  const courses = await listCourses(useCase)
  return {
    standard: { id: standard.id, version: standard.version },
    point,
    inputs,
    owners: [...proposed, ...owners.filter((owner) => !proposed.includes(owner))].map(({ id, name }) => ({ id, name })),
    proposed: proposed.map(({ id, name }) => ({ id, name })),
    chapters: await readQuestionChoices(useCase, standard.id),
    courses: courses
      .filter((course) => !course.ended || course.id === point.outcomes[0]?.courseId)
      .map(({ id, titleNl, titleEn, kind }) => ({ id, titleNl, titleEn, kind })),
  }
}
