import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'
import { guardedRoutes } from './app/policies/guarded-routes.build.ts'

export default defineConfig({
  plugins: [guardedRoutes(), remix(remixConfig)],
  build: { target: 'es2022', sourcemap: false },
})
