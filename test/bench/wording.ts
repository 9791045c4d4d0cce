import { wordingKinds } from '#schemas/vocabulary.ts'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { labelledSets, measure, precision, recall, type Tally } from '../wording/measure.ts'

/** How often the hints about a question's wording are right, per labelled set and kind, with every mistake; and how long they take. */
export async function bench(): Promise<void> {
  const sets = labelledSets()
  for (const set of sets) {
    const { tallies, mistakes, all } = measure(set)
    const labels = wordingKinds.filter((kind) => Object.values(tallies[kind]).some((count) => count > 0))
    console.log(`\n${set.name}: ${set.questions.length} questions. ${set.note}`)
    console.table({ ...Object.fromEntries(labels.map((kind) => [kind, row(tallies[kind])])), overall: row(all) })
    for (const { what, kind, question } of mistakes) console.log(`  ${what} ${kind}: ${question}`)
  }
  const questions = sets.flatMap((set) => set.questions.map(({ question }) => ({ question, language: set.language })))
  const start = performance.now()
  for (const { question, language } of questions) {
    // Looked at before: with a space more it is another text.
    wordingFindings(`${question} `, language)
  }
  console.log(`\nOne question takes ${((performance.now() - start) / questions.length).toFixed(3)} ms, over ${questions.length}.`)
}

function row(tally: Tally): Record<string, number | string> {
  const share = (value: number) => (Number.isNaN(value) ? '' : +value.toFixed(3))
  return { labelled: tally.right + tally.missed, ...tally, precision: share(precision(tally)), recall: share(recall(tally)) }
}
