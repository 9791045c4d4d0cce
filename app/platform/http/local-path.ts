/** A path on this site from something a form or address says; anything else, such as another site's address, becomes `/`. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/'
  const url = new URL(value, 'http://local.invalid')
  return url.host === 'local.invalid' ? url.pathname + url.search + url.hash : '/'
}
