import { createHmac, timingSafeEqual } from 'node:crypto'

/** The value of one cookie of a Cookie header, decoded; undefined when it is not there or not readable. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key !== name) continue
    try {
      return decodeURIComponent(value.join('='))
    } catch {
      return undefined
    }
  }
  return undefined
}

type CookieOptions = { maxAgeSeconds: number; secure: boolean; httpOnly?: boolean }

/** A Set-Cookie value: same-site, whole site, http-only unless asked otherwise. */
export function writeCookie(name: string, value: string, { maxAgeSeconds, secure, httpOnly = true }: CookieOptions): string {
  const flags = [`Max-Age=${maxAgeSeconds}`, 'Path=/', 'SameSite=Lax', httpOnly && 'HttpOnly', secure && 'Secure']
  return [`${name}=${encodeURIComponent(value)}`, ...flags.filter(Boolean)].join('; ')
}

/** `value.signature`, so that a cookie someone made up is refused before the database is asked. */
export const sign = (value: string, secret: string) =>
  `${value}.${createHmac('sha256', secret).update(value).digest('base64url')}`

/** The signed value, or undefined when the signature is not ours. */
export function unsign(signed: string | undefined, secret: string): string | undefined {
  const at = signed?.lastIndexOf('.') ?? -1
  if (!signed || at < 1) return undefined
  const value = signed.slice(0, at)
  const [given, right] = [Buffer.from(signed), Buffer.from(sign(value, secret))]
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined
}
