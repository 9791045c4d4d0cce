import { describe, expect, it } from 'vitest'
import { today } from '#app/platform/today.ts'
import { citationText, permalink } from '#editor/render/citations/passage-citation.ts'

const passage = {
  reportTitle: 'Algemeen ambtsbericht Syrië',
  releaseNumber: 'SYR-2026-1',
  releasedOn: '2026-11-01',
  section: '3.8 Vrouwen',
  asOf: '2026-10-15',
  anchor: 'babcdefghij',
  notice: null,
}

describe('the citation of a passage', () => {
  it('has the set Dutch form, with permalink, as-of date and the day it was consulted', () => {
    expect(citationText(passage, 'https://herkomst.example', '2026-11-23')).toBe(
      'Ministerie van Buitenlandse Zaken, Algemeen ambtsbericht Syrië (uitgave SYR-2026-1, 1 november 2026), par. 3.8 Vrouwen, peildatum 15 oktober 2026, https://herkomst.example/releases/SYR-2026-1#babcdefghij, geraadpleegd op 23 november 2026.',
    )
  })

  it('opens with the notice and leaves the ministry out when it is no official report', () => {
    const text = citationText(
      { ...passage, notice: 'Demonstratietekst – geen ambtsbericht.' },
      'http://localhost:3000',
      '2026-11-23',
    )
    expect(text).toMatch(/^\[Demonstratietekst – geen ambtsbericht\] Algemeen ambtsbericht Syrië \(uitgave/)
    expect(text).not.toContain('Ministerie')
  })

  it('points at the release where there is no anchor', () => expect(permalink('SYR-2026-1')).toBe('/releases/SYR-2026-1'))

  it('counts days as they are in the Netherlands', () => {
    expect(today(() => new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
  })
})
