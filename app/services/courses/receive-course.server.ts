import { formValues, receiveForm, type RefusedForm } from '../consultations/receive-form.server.ts'
import { CourseFields } from './course.ts'

/**
 * Takes a course from its form. Whatever refuses it, what was typed comes back with why.
 * @param save the service that adds or changes it.
 */
export async function receiveCourse(
  form: FormData,
  save: (input: CourseFields) => Promise<unknown>,
): Promise<{ done: true } | { done: false; status: 409 | 422; answer: RefusedForm }> {
  const typed = formValues(form, ['kind', 'titleNl', 'titleEn', 'organisation', 'about', 'nextOn'], ['themes'])
  const ended = form.get('ended') === 'true'
  const answer = await receiveForm(
    typed,
    CourseFields.omit({ ended: true }).transform((fields) => ({ ...fields, ended })),
    { permit: () => {}, save, fieldOf: { 'unknown-organisation': 'organisation' } },
  )
  if (answer.done) return { done: true }
  return { ...answer, answer: { ...answer.answer, values: { ...typed, ended: ended ? 'true' : '' } } }
}
