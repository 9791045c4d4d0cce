#!/usr/bin/env node
// The command line runs from its TypeScript source; tsx translates it while loading.
import { register } from 'tsx/esm/api'

process.env.NODE_ENV ??= process.argv.includes('--dev') ? 'development' : 'production'
register()
await import('./main.ts')
