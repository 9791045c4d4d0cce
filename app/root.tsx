import '@fontsource-variable/source-sans-3'
import '@fontsource-variable/source-serif-4'
import '@utrecht/alert-css/dist/index.css'
import '@utrecht/button-css/dist/index.css'
import '@utrecht/form-label-css/dist/index.css'
import '@utrecht/select-css/dist/index.css'
import '@utrecht/skip-link-css/dist/index.css'
import '@utrecht/table-css/dist/index.css'
import '@utrecht/textarea-css/dist/index.css'
import '@utrecht/textbox-css/dist/index.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/components.css'
import type { MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from '#app/components/error-page.tsx'
import { Keys } from '#app/components/keys.tsx'
import { useNonce } from '#app/components/nonce.tsx'
import { ShellFooter, ShellHeader } from '#app/components/shell.tsx'
import { useText } from '#app/components/use-text.ts'
import { shell } from '#app/i18n/shell.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { roleAllows, type Action } from '#app/policies/policies.ts'

const navigation: readonly { action: Action; to: string; text: keyof (typeof shell)['nl']['nav'] }[] = [
  { action: 'home.view', to: '/', text: 'home' },
  { action: 'terms.view', to: '/terms-of-reference', text: 'terms' },
  { action: 'report.view', to: '/reports', text: 'reports' },
  { action: 'review.list', to: '/review', text: 'review' },
  { action: 'source.view', to: '/sources', text: 'sources' },
  { action: 'incident.view', to: '/incidents', text: 'incidents' },
  { action: 'release.view', to: '/releases', text: 'releases' },
  { action: 'search.use', to: '/search', text: 'search' },
]

export const loader = guardedLoader('language.choose', ({ actor, language }) => ({
  language,
  actor: actor && { name: actor.name, organisation: actor.organisation, roles: actor.roles },
  navigation: actor ? navigation.filter((item) => roleAllows(actor, item.action)).map(({ to, text }) => ({ to, text })) : [],
}))

export const meta: MetaFunction = () => [{ title: 'Herkomst' }]

/** The frame of every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const text = useText(shell)
  return (
    <html lang={data?.language ?? 'nl'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
          {text.skip}
        </a>
        <div className="shell">
          <ShellHeader actor={data?.actor ?? null} navigation={data?.navigation ?? []} />
          <main className="shell-main" id="content" tabIndex={-1}>
            {children}
          </main>
          <ShellFooter />
        </div>
        <Keys navigation={data?.navigation ?? []} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
