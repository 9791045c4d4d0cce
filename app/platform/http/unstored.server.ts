import type { HeadersFunction } from '@remix-run/node'

/** For an answer that no browser, proxy or history may keep: what it says must be asked for again. */
export const unstored = { headers: { 'Cache-Control': 'no-store' } }

/** A page none of whose answers is kept. */
export const unstoredHeaders: HeadersFunction = () => unstored.headers
