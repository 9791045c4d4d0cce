import { describe, expect, it } from 'vitest'
import draftFile from '#app/services/demo/content/syria-former.json' with { type: 'json' }
import incidentFile from '#app/services/demo/content/syria-incidents.json' with { type: 'json' }
import reportFile from '#app/services/demo/content/syria-report.json' with { type: 'json' }
import { loadDemo } from '#app/services/demo/load-demo.server.ts'
import { readEvaluation } from '#app/services/evaluation/read-evaluation.server.ts'
import { ensureStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { DemoDraft, DemoIncidents, DemoReport } from '#schemas/demo-report.ts'
import { testDatabase } from '../support/database.ts'
import { noon } from '../support/people.ts'

const months = ['2019-01', '2019-02', '2019-03', '2019-04', '2019-05']
const text = DemoDraft.parse(draftFile)
  .sections.flatMap((section) => section.paragraphs)
  .map((paragraph) => paragraph.text)
  .join('\n')
const dutch = (value: number) => new Intl.NumberFormat('nl-NL').format(value)

describe('the demonstration report under the version before the revision', () => {
  const db = testDatabase()
  const operator = () => ({ sql: db.sql, actor: null, clock: () => noon, origin: 'test' })

  it('has figures that follow from the other demonstration report and its incidents', () => {
    const monthly = DemoReport.parse(reportFile)
      .sections.flatMap((section) => section.paragraphs)
      .filter((paragraph) => /^(Gebeurtenissen|Doden) per maand/.test(paragraph.text))
      .map((paragraph) =>
        [...paragraph.text.matchAll(/([\d.]+) \(([\d.]+)\)/g)]
          .slice(0, months.length)
          .map(([, year, before]) => [Number(year!.replace('.', '')), Number(before!.replace('.', ''))] as const),
      )
    const [events, deaths] = monthly as [(readonly [number, number])[], (readonly [number, number])[]]
    const sum = (pairs: (readonly [number, number])[], which: 0 | 1) => pairs.reduce((total, pair) => total + pair[which], 0)
    expect(text).toContain(
      `${dutch(sum(events, 0))} gebeurtenissen met naar beste schatting ${dutch(sum(deaths, 0))} doden, tegen ` +
        `${dutch(sum(events, 1))} gebeurtenissen en ${dutch(sum(deaths, 1))} doden`,
    )
    const [january, february, march, april, may] = events.map(([year]) => year)
    expect(text).toContain(
      `${january} in januari, ${february} in februari, ${march} in maart, ${april} in april en ${may} in mei 2019`,
    )
    const { incidents } = DemoIncidents.parse(incidentFile)
    const areas = { Idlib: 'Idlib', 'Deir ez Zor': 'Deir ez-Zor', Hamah: 'Hama', Aleppo: 'Aleppo' }
    for (const [area, name] of Object.entries(areas)) {
      const { figures } = incidents.find((incident) => incident.figures.admin1 === area)!
      const counted = figures.months.filter(({ month }) => months.includes(month))
      const total = (count: (month: (typeof counted)[number]) => number) => counted.reduce((all, it) => all + count(it), 0)
      expect(text).toMatch(new RegExp(`${name} ${dutch(total((it) => it.events))} .*?${dutch(total((it) => it.deathsBest))}`))
    }
  })

  it('stands in the evaluation beside the report under the revised version', async () => {
    await ensureStandard(operator())
    await loadDemo(operator())
    const evaluation = await readEvaluation(operator(), { old: null, new: null, countries: null })
    expect([evaluation.old?.version, evaluation.new.version]).toEqual(['0.9', '1.0'])
    const released = evaluation.reports.filter((report) => report.releases.length > 0)
    expect(released.map(({ standardId }) => standardId).sort()).toEqual([evaluation.old!.id, evaluation.new.id].sort())
    for (const { notice } of released) expect(notice).toBe('Demonstratietekst – geen ambtsbericht')
    const question = evaluation.questions.find(({ key }) => key === 'security.regions.intensity')
    expect(question?.change).toBe('reworded')
    expect(question?.outcomes.old).toMatchObject({ asked: 1, answered: 1, inContext: 0, withoutContext: 1 })
    expect(question?.outcomes.new).toMatchObject({ asked: 1, answered: 1, withoutContext: 0, remarks: { author: 0, officer: 1 } })
    expect(question?.record).toMatchObject({ change: 'keep', decision: 'adopted' })
  })

  it('is counted as the database counts it in the frozen texts, for three questions', async () => {
    const { questions } = await readEvaluation(operator(), { old: null, new: null, countries: null })
    for (const key of ['security.regions.intensity', 'security.national.nature', 'conscription.practice']) {
      const question = questions.find((it) => it.key === key)!
      for (const [side, version] of [
        ['old', '0.9'],
        ['new', '1.0'],
      ] as const) {
        const [counted] = await db.sql`
          with section as (
            select content, section from release
            join report on report.id = release.report_id
            join terms_of_reference terms on terms.id = report.terms_id
            join standard_terms standard on standard.id = terms.standard_id and standard.version = ${version}
            cross join lateral jsonb_array_elements(content->'sections') as section
            where section->'questions' @> jsonb_build_array(jsonb_build_object('key', ${key}::text))
          ), paragraph as (
            select block, (select string_agg(inline->>'text', '') from jsonb_array_elements(block->'content') inline) as text
            from section, jsonb_path_query(section, 'strict $.document.** ? (@.type == "paragraph")') block
          ), cited as (
            select distinct citation->'attrs'->>'sourceItemId' as item, content->'items' as items
            from section, jsonb_path_query(section, 'strict $.document.** ? (@.type == "citation")') citation
          ), incident as (
            select distinct content->'cards'->(block->'attrs'->>'contextCardId') as card
            from section, jsonb_path_query(section, 'strict $.document.** ? (@.type == "incident")') block
          )
          select (select sum(cardinality(regexp_split_to_array(trim(text), '\\s+'))) from paragraph) as words,
            (select count(*) from paragraph where block->'attrs'->>'kind' = 'gap') as gaps,
            (select count(*) from cited) as items,
            (select array_agg(distinct items->item->>'kind') from cited) as kinds,
            (select count(*) from incident where jsonb_typeof(card->'figures') = 'object') as "inContext",
            (select count(*) from incident where jsonb_typeof(card->'figures') = 'null') as "withoutContext"`
        const outcome = question.outcomes[side]!
        expect({ ...outcome, kinds: [...outcome.kinds].sort() }, `${key} in ${version}`).toMatchObject({
          ...{ words: counted!.words, items: counted!.items, kinds: counted!.kinds.sort() },
          ...{ inContext: counted!.inContext, withoutContext: counted!.withoutContext },
          ...(counted!.gaps > 0 ? { answered: 0, withGap: 1 } : { answered: 1, withGap: 0 }),
        })
        expect(outcome.words).toBeGreaterThan(10)
      }
    }
  })
})
