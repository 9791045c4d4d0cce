import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { compilePdf } from '#app/services/releases/compile-pdf.server.ts'

const head =
  '#set document(title: "Proef", date: datetime(year: 2026, month: 11, day: 1))\n#set text(lang: "nl", font: ("Source Serif 4", "Noto Naskh Arabic"))\n'
const refusal = (typst: string, parts?: Parameters<typeof compilePdf>[1]) =>
  compilePdf(typst, parts).then(
    () => undefined,
    (error: DomainError) => error,
  )

describe('setting a PDF', () => {
  it('gives a tagged PDF that says it is PDF/UA-1, in Dutch, with a title', async () => {
    const pdf = await compilePdf(`${head}= Kop\nTekst#footnote[Bron] en #text(lang: "ar")[#"سوريا"].`)
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(text).toMatch(/<pdfuaid:part>1</)
    expect(text).toContain('/MarkInfo')
    expect(text).toMatch(/\/Lang\s*\(nl\)/)
    expect(text).toContain('Proef')
  })

  it('gives the same bytes for the same text', async () => {
    const [one, two] = [await compilePdf(`${head}= Kop\nTekst`), await compilePdf(`${head}= Kop\nTekst`)]
    expect(one.equals(two)).toBe(true)
  })

  it('refuses what is not accessible, in words, and names the part it stands in', async () => {
    const parts = () => [
      { name: '1.1', typst: `${head}= Goed` },
      { name: '1.2', typst: `${head}= Fout\n#"中"` },
    ]
    const error = await refusal(`${head}= Goed\n= Fout\n#"中"`, parts)
    expect(error).toMatchObject({ code: 'invalid-input', detail: 'pdf-refused', data: { sections: ['1.2'] } })
    expect(String((error?.data?.reasons as string[])[0])).toMatch(/中.*could not be displayed/)
  })

  it.each([
    ['a missing title', '= Kop', /missing document title/],
    ['a skipped heading level', `${head}= Kop\n\n=== Te diep`, /skipped from heading level 1 to 3/],
    ['a heading without words', `${head}= Kop\n#heading(level: 2)[]`, /heading title is empty/],
    ['broken markup', `${head}#foo[`, /unclosed delimiter/],
    ['a file from this machine', `${head}#read("/etc/hostname")`, /not found|access/],
  ])('refuses %s', async (_what, typst, words) => {
    const error = await refusal(typst)
    expect(error).toBeInstanceOf(DomainError)
    expect((error?.data?.reasons as string[]).join(' ')).toMatch(words)
  })

  it('finds its thread from below the built server too, which stands elsewhere than the sources', () => {
    const built = new URL('../../build/server/index.js', import.meta.url)
    const worker = createRequire(built).resolve('#app/services/releases/typst-worker.mjs')
    expect(worker).toBe(fileURLToPath(new URL('../../app/services/releases/typst-worker.mjs', import.meta.url)))
  })

  it('keeps answering while it computes', async () => {
    let ticks = 0
    const ticking = setInterval(() => ticks++, 10)
    const paragraphs = Array.from(
      { length: 1500 },
      (_, index) => `Alinea ${index} ${'woord '.repeat(60)}#footnote[Bron ${index}]`,
    )
    await compilePdf(`${head}= Kop\n${paragraphs.join('\n\n')}`)
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(20)
  }, 60_000)
})
