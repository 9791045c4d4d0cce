import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { PageHead } from '#app/components/page.tsx'

export const loader = guardedLoader('home.view', ({ actor }) => ({ name: actor.name }))

export default function Home() {
  return <PageHead title="Mijn werk" />
}
