import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { dismissFinding } from '../wording/dismiss-finding.server.ts'
import { readStandardWordings } from '../wording/read-wordings.server.ts'
import type { Cast } from './cast.ts'

/** A hint that was left as it is: that of the question after what went well, what went badly and what stayed the same. */
export async function loadWording({ policy }: Pick<Cast, 'policy'>, standardId: string): Promise<void> {
  const { wordings } = await readStandardWordings(policy, standardId)
  const wording = wordings.find((it) => it.key === 'overview.developments')?.wordingNl ?? ''
  for (const { rule, passage } of wordingFindings(wording, 'nl')) {
    const reason = 'De drie delen horen bij één beeld: wat beter werd, wat slechter werd en wat gelijk bleef.'
    await dismissFinding(policy, { language: 'nl', wording, rule, passage, reason })
  }
}
