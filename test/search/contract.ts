import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchResult } from '#search/engine.ts'
import { ask, incident, passage } from './samples.ts'

const anchors = (result: SearchResult) =>
  result.hits.map(({ document }) => (document.type === 'passage' ? document.anchor : document.externalId))
const marked = (result: SearchResult) =>
  result.hits[0]?.highlight.filter((it) => it.match).map((it) => it.text.toLowerCase()) ?? []

/** What every search engine must do; run by postgres.test.ts and meilisearch.test.ts. */
export function searchEngineContract(name: SearchEngine['name'], open: () => Promise<SearchEngine>): void {
  describe(`the ${name} engine`, () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await open()
      await engine.prepare()
    })
    afterAll(() => engine?.close())
    beforeEach(() => engine.clear())

    it('says it is well, and can be prepared again', async () => {
      await engine.prepare()
      expect(await engine.health()).toMatchObject({ ok: true })
    })

    it('has what was put when put resolves, replaces by id, and forgets what was removed', async () => {
      const first = passage('bone', 'De noodtoestand werd opgeheven.')
      await engine.put([first])
      expect(anchors(await engine.search(ask('noodtoestand')))).toEqual(['bone'])
      await engine.put([{ ...first, text: 'De avondklok werd ingesteld.' }])
      expect((await engine.search(ask('noodtoestand'))).total).toBe(0)
      const found = await engine.search(ask('avondklok'))
      expect(found.hits[0]?.document).toEqual({ ...first, text: 'De avondklok werd ingesteld.' })
      expect(found.engine).toBe(name)
      await engine.remove([first.id])
      expect((await engine.search(ask(''))).total).toBe(0)
    })

    it('finds any of the words, best first: all words before some, rare words before common ones', async () => {
      await engine.put([
        passage('ball', 'Deserteurs worden bestraft door militaire rechtbanken.'),
        passage('bsome', 'Rechtbanken in het land werken traag.'),
        ...Array.from({ length: 12 }, (_unused, index) => passage(`bcommon${index}`, `Rechtbanken en wetten, nummer ${index}.`)),
        passage('brare', 'Er zijn deserteurs.'),
        passage('bnone', 'Over water en stroom.'),
      ])
      const found = await engine.search(ask('deserteurs rechtbanken'))
      expect(anchors(found).slice(0, 2)).toEqual(['ball', 'brare'])
      expect(found.total).toBe(15)
      expect(anchors(found)).not.toContain('bnone')
    })

    it.each([
      ['other forms of a word', 'vrouw', 'De positie van vrouwen verslechterde.', 'vrouwen'],
      ['capitals and diacritics', 'SYRIE', 'In Syrië werd gevochten.', 'syrië'],
      ['a compound by its parts', 'situatie veiligheid', 'De veiligheidssituatie bleef slecht.', 'veiligheidssituatie'],
      [
        'parts by their compound',
        'dienstplichtontduiking',
        'Wie zich aan de dienstplicht onttrekt, loopt tegen ontduiking aan.',
        'dienstplicht',
      ],
      ['another word for the same', 'vrouwelijke genitale verminking', 'Meisjesbesnijdenis komt voor.', 'meisjesbesnijdenis'],
      ['Dutch by English', 'forced marriage', 'Er zijn meldingen van gedwongen huwelijken.', 'gedwongen'],
      ['an abbreviation', 'FGM', 'Vrouwelijke genitale verminking is verboden.', 'vrouwelijke'],
      ['another spelling of a name', 'Deraa', "In Dera'a werd gevochten.", "dera'a"],
      ['a name with a capital that is also a stop word', 'IS', 'Strijders van Daesh trokken zich terug.', 'daesh'],
      ['a typing error', 'dienstweigraar', 'Een dienstweigeraar werd aangehouden.', 'dienstweigeraar'],
    ])('finds %s', async (_what, query, text, mark) => {
      await engine.put([passage('bhit', text), passage('bother', 'Over wegen en bruggen.', { breadcrumb: ['1 Wegen'] })])
      const found = await engine.search(ask(query))
      expect(anchors(found)).toEqual(['bhit'])
      expect(marked(found)).toContain(mark)
      expect(found.understood.length).toBeGreaterThan(0)
    })

    it('finds by heading, place and actor too', async () => {
      await engine.put([
        passage('bhead', 'Er was geen informatie.', { breadcrumb: ['Syrië', '4.1 Kinderarbeid'], kind: 'gap' }),
        incident('100', { place: 'Qamishli', actors: ['Jaysh al-Islam', 'SDF'] }),
      ])
      expect(anchors(await engine.search(ask('kinderarbeid')))).toEqual(['bhead'])
      expect(anchors(await engine.search(ask('Qamishli')))).toEqual(['100'])
      expect(anchors(await engine.search(ask('jaysh al-islam')))).toEqual(['100'])
    })

    it('takes words in quotes together and leaves out what follows a minus', async () => {
      await engine.put([
        passage('bphrase', 'De positie van vrouwen is zwak.'),
        passage('bwords', 'Vrouwen hebben een zwakke positie.'),
        passage('bminus', 'De positie van vrouwen in Damascus is zwak.'),
      ])
      expect(anchors(await engine.search(ask('"positie van vrouwen"'))).sort()).toEqual(['bminus', 'bphrase'])
      expect(anchors(await engine.search(ask('"positie van vrouwen" -Damascus')))).toEqual(['bphrase'])
      expect(anchors(await engine.search(ask('vrouwen -"positie van vrouwen"')))).toEqual(['bwords'])
    })

    it('filters by type, country, theme and overlap with a period of the facts', async () => {
      await engine.put([
        passage('bsyr', 'geweld'),
        passage('birq', 'geweld', { country: 'IRQ', themes: ['security', 'minors'], breadcrumb: ['Irak'] }),
        passage('bold', 'geweld', { factsFrom: '2015-01-01', factsTo: '2016-06-30' }),
        incident('1', { summaryNl: 'geweld', factsFrom: '2016-07-01', factsTo: '2016-07-02' }),
      ])
      const found = async (changes: object) => anchors(await engine.search(ask('geweld', changes))).sort()
      expect(await found({})).toEqual(['1', 'birq', 'bold', 'bsyr'])
      expect(await found({ types: ['incident'] })).toEqual(['1'])
      expect(await found({ country: 'IRQ' })).toEqual(['birq'])
      expect(await found({ theme: 'security' })).toEqual(['1', 'birq'])
      expect(await found({ factsTo: '2016-06-30' })).toEqual(['bold'])
      expect(await found({ factsFrom: '2016-06-30', factsTo: '2016-07-01' })).toEqual(['1', 'bold'])
      expect(await found({ factsFrom: '2026-10-31' })).toEqual(['birq', 'bsyr'])
      expect(await found({ country: 'XXX' })).toEqual([])
    })

    it('leaves superseded passages out unless asked for', async () => {
      await engine.put([passage('bnew', 'stroomstoring'), passage('bpast', 'stroomstoring', { current: false })])
      expect(anchors(await engine.search(ask('stroomstoring')))).toEqual(['bnew'])
      expect((await engine.search(ask('stroomstoring', { includeSuperseded: true }))).total).toBe(2)
    })

    it('counts facets of the whole result, each without its own choice', async () => {
      await engine.put([
        passage('ba', 'geweld', { themes: ['women', 'sgbv'] }),
        passage('bb', 'geweld', { country: 'IRQ' }),
        passage('bc', 'niets'),
        incident('1', { summaryNl: 'geweld' }),
      ])
      const all = await engine.search(ask('geweld', { limit: 1 }))
      expect(all.total).toBe(3)
      expect(all.facets).toEqual({
        country: { SYR: 2, IRQ: 1 },
        theme: { women: 2, sgbv: 1, security: 1 },
        type: { passage: 2, incident: 1 },
      })
      const chosen = await engine.search(ask('geweld', { country: 'SYR', types: ['passage'] }))
      expect(chosen.total).toBe(1)
      expect(chosen.facets.country).toEqual({ SYR: 1, IRQ: 1 })
      expect(chosen.facets.type).toEqual({ passage: 1, incident: 1 })
      expect(chosen.facets.theme).toEqual({ women: 1, sgbv: 1 })
    })

    it('gives pages that neither overlap nor leave out, and nothing beyond the last', async () => {
      await engine.put(Array.from({ length: 45 }, (_unused, index) => passage(`bp${index}`, `beschieting nummer ${index}`)))
      const pages = await Promise.all([0, 20, 40].map((offset) => engine.search(ask('beschieting', { offset }))))
      expect(new Set(pages.flatMap(anchors)).size).toBe(45)
      expect(pages.map((it) => it.hits.length)).toEqual([20, 20, 5])
      const beyond = await engine.search(ask('beschieting', { offset: 199_980 }))
      expect(beyond).toMatchObject({ hits: [], total: 45 })
    })

    it('shows everything, newest first, when nothing is asked', async () => {
      await engine.put([
        passage('bolder', 'a', { asOf: '2024-01-01' }),
        passage('bnewer', 'b', { asOf: '2026-01-01' }),
        incident('1', { factsTo: '2025-01-01', factsFrom: '2025-01-01' }),
      ])
      expect(anchors(await engine.search(ask('   ')))).toEqual(['bnewer', '1', 'bolder'])
    })

    it('marks matches as segments of the text, never as markup', async () => {
      const text = `<b>Vrouwen</b> & <script>alert(1)</script> ${'lorem ipsum dolor '.repeat(60)} en vrouwen aan het eind.`
      await engine.put([passage('bx', text)])
      const [hit] = (await engine.search(ask('vrouwen'))).hits
      expect(hit?.highlight.filter((it) => it.match).map((it) => it.text)).toEqual(['Vrouwen', 'vrouwen'])
      const shown = hit!.highlight.map((it) => it.text).join('')
      expect(shown).toContain('<b>Vrouwen</b>')
      expect(shown.length).toBeLessThan(340)
    })

    it('takes a thousand documents at once', async () => {
      await engine.put(
        Array.from({ length: 1000 }, (_unused, index) => incident(String(index), { summaryNl: `ontploffing ${index}` })),
      )
      expect((await engine.search(ask('ontploffing'))).total).toBe(1000)
    })

    it('answers whatever is typed', { timeout: 120_000 }, async () => {
      await engine.put([passage('bx', 'De veiligheidssituatie in Idlib.'), incident('1')])
      const awkward = [
        'x'.repeat(10_000),
        'vrouwen '.repeat(2000),
        '😀🎉 👩‍👩‍👧',
        'الوضع الأمني في إدلب',
        "'; drop table search.document; --",
        "terms = 'x' OR 1=1 AND NOT (",
        '.*(a+)+$ [[[ \\',
        '"',
        '-',
        '--',
        '"" -""',
        '-"vrouwen',
        '@syria _geo(1,2) \u0000 \uD800',
        "& | ! <-> :* 'a':1A",
        'de het een',
      ]
      for (const query of awkward) {
        const found = await engine.search(ask(query))
        expect(found.hits.length).toBeLessThanOrEqual(2)
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (query) => {
          const found = await engine.search(ask(query))
          return found.total >= found.hits.length
        }),
        { numRuns: 60 },
      )
    })
  })
}
