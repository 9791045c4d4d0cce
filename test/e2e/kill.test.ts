import { expect, it } from 'vitest'
import { killOverAndOver } from '../bench/co-writing/kill-over-and-over.ts'
import { withTwoProcesses } from '../bench/co-writing/processes.ts'

it('loses nothing that was acknowledged when processes are killed over and over while authors type through them', async () => {
  await withTwoProcesses(async (together) => {
    const { typed, acknowledged, lost } = await killOverAndOver(together, 3)
    expect(typed).toBeGreaterThan(50)
    expect({ acknowledged, lost }).toEqual({ acknowledged: typed, lost: 0 })
  })
})
