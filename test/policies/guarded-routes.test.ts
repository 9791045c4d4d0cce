import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedRoutes, unguardedExports, unguardedRoutes } from '#app/policies/guarded-routes.build.ts'

describe('every route asks a policy', () => {
  it('in this house', () => {
    expect(unguardedRoutes()).toEqual([])
  })

  it.each([
    ["export const loader = guardedLoader('home.view', () => 1)", []],
    ["export const loader = guardedLoader<'home.view', number>('home.view', () => 1)", []],
    ["export const action = guardedAction('session.end', async () => 1)", []],
    ['export const meta = () => []\nexport default function Page() { return null }', []],
    ['const loader = async () => 1\nexport default loader', []],
    ['export type loader = string', []],
    ['export async function loader() { return 1 }', ['loader']],
    ['export function action() { return 1 }', ['action']],
    ['export const loader = async () => 1', ['loader']],
    ['export let action', ['action']],
    ["export const loader = guardedAction('home.view', () => 1)", ['loader']],
    ["export const action = guardedLoader('session.end', () => 1)", ['action']],
    ['export const loader = guardedLoader(chosen, () => 1)', ['loader']],
    ['export const loader = guardedLoader()', ['loader']],
    ["export const loader = wrap(guardedLoader('home.view', () => 1))", ['loader']],
    ["export const loader = elsewhere.guardedLoader('home.view', () => 1)", ['loader']],
    ["export { loader } from './other.tsx'", ['loader']],
    ["export { other as action } from './other.tsx'", ['action']],
    ['const read = () => 1\nexport { read as loader }', ['loader']],
    ["export * from './other.tsx'", ['*']],
    ['export const { loader } = handlers', ['loader']],
    ['export const { read: loader, action } = handlers', ['loader', 'action']],
    ['export const [loader] = handlers', ['loader']],
    ["export const loader = guardedLoader('home.view', () => 1)\nexport const action = async () => 1", ['action']],
    ['export async function clientLoader() { return 1 }', []],
    ["export const loader = guardedLoader('no.such', () => 1), action = () => 2", ['action']],
    ["function guardedLoader(name, work) { return work }\nexport const loader = guardedLoader('home.view', () => 1)", ['loader']],
    ["import { guardedLoader } from './mine.ts'\nexport const loader = guardedLoader('home.view', () => 1)", ['loader']],
  ])('%s', (source, found) => {
    const imported = "import { guardedLoader, guardedAction } from '#app/platform/http/guarded.server.ts'\n"
    const own = /function guardedLoader|mine\.ts/.test(source)
    expect(unguardedExports(own ? source : imported + source)).toEqual(found)
  })
})

describe('the build', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'herkomst-test-routes-'))
    mkdirSync(join(folder, 'routes', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'routes', 'fine.tsx'), 'export default function Page() { return null }')
    writeFileSync(join(folder, 'routes', 'notes.md'), 'export async function loader() {}')
    writeFileSync(
      join(folder, 'routes', 'deep', 'open.ts'),
      'export const loader = async () => 1\nexport const action = async () => 1',
    )
    writeFileSync(join(folder, 'root.tsx'), 'export function loader() { return 1 }')
    writeFileSync(join(folder, 'helper.ts'), 'export function loader() { return 1 }')
    writeFileSync(join(folder, 'routes', 'plain.js'), 'export const loader = async () => 1')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('finds unguarded exports in the root and in every route file, also in folders and in JavaScript', () => {
    expect(unguardedRoutes(folder).sort()).toEqual([
      'root.tsx: loader',
      'routes/deep/open.ts: action',
      'routes/deep/open.ts: loader',
      'routes/plain.js: loader',
    ])
  })

  it('stops while there is one, and names it', () => {
    expect(() => guardedRoutes(folder).buildStart()).toThrow(/deep\/open\.ts: loader/)
    expect(() => guardedRoutes().buildStart()).not.toThrow()
  })
})
