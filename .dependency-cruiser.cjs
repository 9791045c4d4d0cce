/**
 * The floors of the house, lowest first. An import only ever goes down (docs/architecture.md).
 * @type {import('dependency-cruiser').IConfiguration}
 */
const floors = [
  ['schemas', '^schemas/'],
  ['editor', '^editor/'],
  ['search', '^search/'],
  ['platform and policies', '^app/(platform|policies|i18n)/'],
  ['services', '^app/services/'],
  ['components', '^app/components/'],
  ['routes and command line', '^app/(routes|cli|root|entry)'],
]

module.exports = {
  forbidden: [
    ...floors.slice(0, -1).map(([name, path], level) => ({
      name: `${name} imports only what is below it`,
      severity: 'error',
      from: { path },
      to: { path: floors.slice(level + 1).map(([, above]) => above) },
    })),
    {
      name: 'the editor knows no search, the search knows only the editor renderer',
      severity: 'error',
      from: { path: '^search/' },
      to: { path: '^editor/', pathNot: '^editor/(render|document)/' },
    },
    {
      name: 'routes reach the database only through services',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: ['^app/platform/database/', '^node_modules/postgres/'] },
    },
    {
      name: 'components and browser code stay free of server modules',
      severity: 'error',
      from: { path: ['^app/components/', '^editor/ui/'] },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'imports exist', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
