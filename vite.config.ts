import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'
import { guardedRoutes } from './app/policies/guarded-routes.build.ts'

/**
 * What every page fetches is two files: React with Remix, and our own frame, words and controls. Apart they would be a dozen, each named in the list of files
 * of nearly every route, which every page fetches too.
 */
const shared = [
  [
    'framework',
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/(react|router))\//,
  ],
  [
    'frame',
    /\/app\/(components\/(also-after-refusal|button|error-page|field|nonce|page|page-title|tones|section\/use-hydrated|use-text)|i18n\/(dictionary|errors|format|pick|shell|vocabulary))\.tsx?$/,
  ],
] as const

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [guardedRoutes(), remix(remixConfig)],
  build: {
    target: 'es2022',
    sourcemap: false,
    ...(!isSsrBuild && {
      rollupOptions: { output: { manualChunks: (file: string) => shared.find(([, files]) => files.test(file))?.[0] } },
    }),
  },
}))
