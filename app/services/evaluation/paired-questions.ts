import type { QuestionKind, Theme } from '#schemas/vocabulary.ts'

type Node = { key: string; parentKey: string | null; number: string; titleNl: string; titleEn: string }
type Asked = {
  key: string
  nodeKey: string
  kind: QuestionKind
  themes: readonly Theme[]
  wordingNl: string
  wordingEn: string
}
export type Version = { nodes: readonly Node[]; questions: readonly Asked[] }

/** A question as it stands in one version. */
export type PlacedQuestion = Asked & {
  /** Its section's number and its own place in it: "3.9.2". */
  number: string
  chapter: Pick<Node, 'key' | 'number' | 'titleNl' | 'titleEn'>
}

/** One key in two versions: null where a version does not ask it. */
export type PairedQuestion = { key: string; old: PlacedQuestion | null; new: PlacedQuestion | null; change: PairChange }
export type PairChange = 'same' | 'reworded' | 'added' | 'dropped'

/**
 * The questions of two versions by their keys, in the order of the new one; what only the old one asks stands after the last question of its
 * section, or at the end when that section is gone.
 * @param former null when there is no older version to set against.
 */
export function pairQuestions(former: Version | null, current: Version): PairedQuestion[] {
  const before = new Map(former ? placed(former).map((question) => [question.key, question]) : [])
  const now = placed(current)
  const pairs = now.map((question) => pairOf(before.get(question.key) ?? null, question))
  const keys = new Set(now.map(({ key }) => key))
  for (const question of before.values()) {
    if (keys.has(question.key)) continue
    const last = pairs.findLastIndex((pair) => (pair.new ?? pair.old)!.nodeKey === question.nodeKey)
    pairs.splice(last === -1 ? pairs.length : last + 1, 0, pairOf(question, null))
  }
  return pairs
}

function pairOf(old: PlacedQuestion | null, now: PlacedQuestion | null): PairedQuestion {
  const change = !old ? 'added' : !now ? 'dropped' : old.wordingNl === now.wordingNl ? 'same' : 'reworded'
  return { key: (now ?? old)!.key, old, new: now, change }
}

function placed({ nodes, questions }: Version): PlacedQuestion[] {
  const nodeOf = new Map(nodes.map((node) => [node.key, node]))
  const countIn = new Map<string, number>()
  return questions.map(({ key, nodeKey, kind, themes, wordingNl, wordingEn }) => {
    const section = nodeOf.get(nodeKey)!
    const place = (countIn.get(nodeKey) ?? 0) + 1
    countIn.set(nodeKey, place)
    const { key: chapterKey, number, titleNl, titleEn } = nodeOf.get(section.parentKey ?? '') ?? section
    return {
      ...{ key, nodeKey, kind, themes, wordingNl, wordingEn, number: `${section.number}.${place}` },
      chapter: { key: chapterKey, number, titleNl, titleEn },
    }
  })
}
