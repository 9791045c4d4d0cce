/** One in so many acknowledgements is looked at: each costs a query. */
const oneIn = 10

/** Looks, at the moment of an acknowledgement, whether what was acknowledged is in the database. */
export class DiskCheck {
  #seen = 0
  readonly #looks: Promise<boolean>[] = []

  /** To be called at every acknowledgement. @param isThere looks in the database. */
  acknowledged(isThere: () => Promise<boolean>): void {
    if (this.#seen++ % oneIn === 0) this.#looks.push(isThere())
  }

  /** The share that was there, in words. */
  async share(): Promise<string> {
    const there = (await Promise.all(this.#looks)).filter(Boolean).length
    return `${((100 * there) / this.#looks.length).toFixed(1)} % of ${this.#looks.length}`
  }
}
