/** Who brought or took away something, and when: the first and the last moment of one sitting. Milliseconds since 1970. */
export type Origin = { authorId: string; from: number; to: number }

/**
 * A stretch of a text, counted in positions: who brought it (null: it was there at the beginning) and, where what was removed is kept, who
 * took it away.
 */
export type Run = { length: number; born: Origin | null; died: Origin | null }

/** Between two changes of one person there is no more than this within one sitting. Milliseconds. */
export const pause = 15 * 60 * 1000

/**
 * Keeps book of a text while steps change it: who brought each position. It never looks at the text itself, only at how many positions are
 * replaced where.
 */
export class Ledger {
  #runs: Run[]

  /** @param keeping whether what was there at the beginning and is removed later stays in the book, with who removed it. */
  constructor(
    runs: readonly Run[],
    private readonly keeping: boolean,
  ) {
    this.#runs = runs.map((run) => ({ ...run }))
  }

  static of(size: number, { keeping = false }: { keeping?: boolean } = {}): Ledger {
    return new Ledger(size > 0 ? [{ length: size, born: null, died: null }] : [], keeping)
  }

  /** The stretches in reading order, neighbours of one sitting as one. */
  get runs(): readonly Run[] {
    const runs: Run[] = []
    for (const run of this.#runs) {
      const last = runs.at(-1)
      const born = last && together(last.born, run.born)
      const died = last && together(last.died, run.died)
      if (last && born !== undefined && died !== undefined) Object.assign(last, { length: last.length + run.length, born, died })
      else runs.push({ ...run })
    }
    return runs
  }

  /** Somebody replaces `removed` positions from `at` on by `added` ones. */
  replace(at: number, removed: number, added: number, origin: Origin): void {
    const runs = this.#runs
    let index = this.#cut(at)
    let left = removed
    while (left > 0) {
      const run = runs[index]
      if (!run) throw new RangeError('more is removed than there is')
      if (run.died) {
        index++
        continue
      }
      if (run.length > left) this.#split(index, left)
      left -= runs[index]!.length
      if (this.keeping && run.born === null) runs[index++]!.died = origin
      else runs.splice(index, 1)
    }
    if (added === 0) return
    const before = runs[index - 1]
    const born = before && !before.died ? together(before.born, origin) : undefined
    if (before && born) Object.assign(before, { born, length: before.length + added })
    else runs.splice(index, 0, { length: added, born: origin, died: null })
  }

  /** The index of the run that begins at a place among what is there now, behind what was removed before it. */
  #cut(at: number): number {
    let index = 0
    let place = 0
    for (; index < this.#runs.length; index++) {
      const run = this.#runs[index]!
      if (run.died) continue
      if (place === at) return index
      if (place + run.length > at) {
        this.#split(index, at - place)
        return index + 1
      }
      place += run.length
    }
    if (place < at) throw new RangeError('a place outside the text')
    return index
  }

  #split(index: number, length: number): void {
    const run = this.#runs[index]!
    this.#runs.splice(index, 1, { ...run, length }, { ...run, length: run.length - length })
  }
}

/** Both as one when they are of one sitting; undefined when they are not. */
function together(one: Origin | null, other: Origin | null): Origin | null | undefined {
  if (one === other) return one
  if (!one || !other || one.authorId !== other.authorId) return undefined
  if (other.from - one.to > pause || one.from - other.to > pause) return undefined
  return { authorId: one.authorId, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}

/** Who brought each position of the present text, by place: what `book` says of what is there. */
export function bornIn(runs: readonly Run[]): Lookup {
  return lookup(runs.filter((run) => !run.died).map(({ length, born }) => ({ length, origin: born })))
}

/** Who removed each position of the text the book began with. */
export function diedIn(runs: readonly Run[]): Lookup {
  return lookup(runs.filter((run) => run.born === null).map(({ length, died }) => ({ length, origin: died })))
}

/** The origins of a range, in pieces that are each of one. */
export type Lookup = (from: number, to: number) => { from: number; to: number; origin: Origin | null }[]

function lookup(stretches: readonly { length: number; origin: Origin | null }[]): Lookup {
  const starts: number[] = []
  let size = 0
  for (const { length } of stretches) {
    starts.push(size)
    size += length
  }
  return (from, to) => {
    const pieces: ReturnType<Lookup> = []
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= from) low = middle
      else high = middle - 1
    }
    for (let index = low; index < stretches.length && starts[index]! < to; index++) {
      const { length, origin } = stretches[index]!
      const [start, end] = [Math.max(from, starts[index]!), Math.min(to, starts[index]! + length)]
      if (start < end) pieces.push({ from: start, to: end, origin })
    }
    return pieces
  }
}
