import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const routesFolder = fileURLToPath(new URL('../routes', import.meta.url))

/**
 * Which `loader` and `action` exports of a route module do not go through a policy: those that are not `guardedLoader('action.name', …)` or
 * `guardedAction('action.name', …)`.
 * @param source the module's text. @returns the names of the unguarded exports.
 */
export function unguardedExports(source: string): string[] {
  const file = ts.createSourceFile('route.tsx', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  const expected: Record<string, string> = { loader: 'guardedLoader', action: 'guardedAction' }
  const unguarded: string[] = []
  for (const statement of file.statements) {
    const exported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword)
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements) if (name.text in expected) unguarded.push(name.text)
    }
    if (!exported) continue
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.name.text in expected)
      unguarded.push(statement.name.text)
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !(name.text in expected)) continue
      const guarded =
        initializer !== undefined &&
        ts.isCallExpression(initializer) &&
        initializer.expression.getText(file) === expected[name.text] &&
        initializer.arguments[0] !== undefined &&
        ts.isStringLiteral(initializer.arguments[0])
      if (!guarded) unguarded.push(name.text)
    }
  }
  return unguarded
}

/** Route files with what each exports unguarded; a file with neither loader nor action has nothing to guard. */
export function unguardedRoutes(folder: string = routesFolder): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const path = join(folder, name)
      return unguardedExports(readFileSync(path, 'utf8')).map((it) => `${relative(folder, path)}: ${it}`)
    })
}

/** Stops the build while any route answers without asking a policy. */
export function guardedRoutes() {
  return {
    name: 'guarded-routes',
    buildStart() {
      const found = unguardedRoutes()
      if (found.length > 0)
        throw new Error(`These route exports call no policy (use guardedLoader / guardedAction):\n${found.join('\n')}`)
    },
  }
}
