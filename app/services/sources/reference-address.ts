import { Doi, WebAddress } from '#schemas/values.ts'

/** An address or DOI as somebody pasted it, cleaned. */
export type Reference = { kind: 'doi'; doi: string; url: string } | { kind: 'url'; url: string }

/** Parts of a query that say how a reader came there, not what is there. */
const tracking = /^(utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|ref_src|_ga)$/i

/** A pasted web address or DOI, in any of the forms they go about in; undefined for any other text. */
export function recogniseReference(text: string): Reference | undefined {
  const pasted = text.trim().replace(/^[<(["“]+|[>)\]"”,;.]+$/g, '')
  const doi = /^(?:doi:?\s*|(?:https?:\/\/)?(?:(?:www|dx)\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(pasted)?.[1]
  const known = doi === undefined ? undefined : Doi.safeParse(decoded(doi))
  if (known?.success) return { kind: 'doi', doi: known.data, url: `https://doi.org/${known.data}` }
  const address = /^www\.\S+\.\S+$/i.test(pasted) ? `https://${pasted}` : pasted
  if (!/^https?:\/\/\S+$/i.test(address) || !WebAddress.safeParse(address).success) return undefined
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  return { kind: 'url', url: url.href }
}

/**
 * What two addresses of the same page have in common: host without `www.`, path without its last slash, query without tracking; not the protocol,
 * the place in the page, or capitals in the host. Undefined for what is no web address.
 */
export function addressKey(address: string): string | undefined {
  const found = recogniseReference(address)
  if (!found) return undefined
  const { host, pathname, searchParams } = new URL(found.url)
  searchParams.sort()
  const query = searchParams.toString()
  return `${host.replace(/^www\./, '')}${decoded(pathname).replace(/\/+$/, '')}${query && `?${query}`}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
