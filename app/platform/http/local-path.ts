const here = 'http://local.invalid'

/**
 * A path on this site from something a form or address says; anything else becomes `/`. Read the way a browser reads it: other sites also hide in
 * `//host`, `/\host` and `/.//host`.
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, here)) return '/'
  const { origin, pathname, search, hash } = new URL(value, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
