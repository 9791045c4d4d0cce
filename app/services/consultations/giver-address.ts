/** What the address of a giver's page asks (`?question=`, `?change=`, `?done=`). */
export function giverView(url: URL): { question: string; change: number | null; done: 'given' | 'saved' | null } {
  const query = url.searchParams
  const change = Number(query.get('change'))
  const done = query.get('done')
  return {
    question: query.get('question') ?? '',
    change: Number.isSafeInteger(change) && change > 0 ? change : null,
    done: done === 'given' || done === 'saved' ? done : null,
  }
}

/** Which input a posted form changes, and the revision its giver saw; null for new input. */
export function changedInput(form: FormData): { number: number; revision: number } | null {
  const [number, revision] = [Number(form.get('number')), Number(form.get('revision'))]
  const sane = [number, revision].every((it) => Number.isSafeInteger(it) && it > 0 && it < 1_000_000)
  return sane ? { number, revision } : null
}
