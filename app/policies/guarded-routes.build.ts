import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const appFolder = fileURLToPath(new URL('..', import.meta.url))

const wrappers: Record<string, string> = { loader: 'guardedLoader', action: 'guardedAction' }
const wrapperModule = '#app/platform/http/guarded.server.ts'

/**
 * Which `loader` and `action` exports of a route module do not go through a policy: those that are not `guardedLoader('action.name', …)` or
 * `guardedAction('action.name', …)` of the wrappers' own module.
 * @param source the module's text. @returns the names of the unguarded exports; `*` for a re-export of everything, which could hide one.
 */
export function unguardedExports(source: string): string[] {
  const file = ts.createSourceFile('route.tsx', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  const imported = importedWrappers(file)
  return file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return reExported(statement)
    const exported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    if (ts.isFunctionDeclaration(statement)) return handlers(statement.name?.text)
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!ts.isIdentifier(name))
        return name.elements.flatMap((it) => (ts.isBindingElement(it) ? handlers(it.name.getText(file)) : []))
      return isGuarded(name.text, initializer, imported) ? [] : handlers(name.text)
    })
  })
}

const handlers = (name: string | undefined) => (name !== undefined && name in wrappers ? [name] : [])

function reExported({ exportClause, isTypeOnly }: ts.ExportDeclaration): string[] {
  if (isTypeOnly) return []
  if (exportClause === undefined) return ['*']
  return ts.isNamedExports(exportClause) ? exportClause.elements.flatMap(({ name }) => handlers(name.text)) : []
}

function importedWrappers(file: ts.SourceFile): Set<string> {
  const names = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || (statement.moduleSpecifier as ts.StringLiteral).text !== wrapperModule) return []
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) return []
    return bindings.elements.flatMap((it) => (it.propertyName === undefined ? it.name.text : []))
  })
  return new Set(names)
}

function isGuarded(name: string, made: ts.Expression | undefined, imported: Set<string>): boolean {
  const wrapper = wrappers[name]
  return (
    wrapper !== undefined &&
    imported.has(wrapper) &&
    made !== undefined &&
    ts.isCallExpression(made) &&
    ts.isIdentifier(made.expression) &&
    made.expression.text === wrapper &&
    made.arguments[0] !== undefined &&
    ts.isStringLiteral(made.arguments[0])
  )
}

/** Route files and the root with what each exports unguarded; a file with neither loader nor action has nothing to guard. */
export function unguardedRoutes(folder: string = appFolder): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(root\.|routes\/).*[jt]sx?$/.test(name))
    .flatMap((name) => unguardedExports(readFileSync(join(folder, name), 'utf8')).map((it) => `${name}: ${it}`))
}

/** Stops the build while any route answers without asking a policy. */
export function guardedRoutes(folder: string = appFolder) {
  return {
    name: 'guarded-routes',
    buildStart() {
      const found = unguardedRoutes(folder)
      if (found.length > 0)
        throw new Error(`These route exports call no policy (use guardedLoader / guardedAction):\n${found.join('\n')}`)
    },
  }
}
