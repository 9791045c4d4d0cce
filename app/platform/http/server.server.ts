import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { Actor } from '#app/policies/actor.ts'
import type { Installation } from '../context.server.ts'
import { OperatorError } from '../errors.ts'
import { asksForData } from './placed-text.server.ts'
import { quickRoutes } from './quick-routes.server.ts'

/** What an open section sends and hears while somebody types. */
const askedWithEveryKey = ['steps', 'presence', 'events'].map((name) => `routes/sections.$sectionId.${name}`)

type Options = {
  installation: Installation
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** The folder with what browsers fetch (assets/, favicon). */
  clientFolder: string
  actorOf: (cookie: string | undefined) => Promise<Actor | null>
  /** Development only: serves modules as they are edited. */
  before?: express.RequestHandler
}

/** The web server: assets, security headers, same-origin check, then Remix with the installation and the actor in its context. */
export function createWebServer({ installation, build, clientFolder, actorOf, before }: Options): Server {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  app.use(compression())
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    response.set({
      'Content-Security-Policy': before ? '' : contentSecurityPolicy(response.locals.nonce),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(installation.config.baseUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
    })
    next()
  })
  if (before) app.use(before)
  app.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  )
  app.use(express.static(clientFolder, { maxAge: '1h', index: false }))
  const lasting = new Set<express.Response>()
  app.use((request, response, next) => {
    if (request.headers.accept === 'text/event-stream') {
      lasting.add(response)
      response.once('close', () => lasting.delete(response))
    }
    next()
  })
  app.use(emptyAfterwards)
  app.use(refuseHuge)
  app.use(refuseOtherOrigins)
  app.use(pagesNamedData)
  app.use((_request, response, next) => {
    // Pages depend on who asks: no shared cache may keep them.
    response.set('Cache-Control', 'private, no-cache')
    next()
  })
  const answering = (routes: Options['build']) =>
    createRequestHandler({
      build: routes,
      getLoadContext: async (request, response) => ({
        installation,
        actor: await actorOf(request.headers.cookie),
        origin: request.ip ?? 'unknown',
        nonce: response.locals.nonce as string,
        placed: asksForData(request.path) ? null : new Map<string, string>(),
        onClose: (heard) => void response.once('close', heard),
      }),
    })
  if (typeof build !== 'function') app.use(quickRoutes(build, askedWithEveryKey, answering))
  app.all('*', answering(build))
  app.use(((error: { status?: number }, _request, response, _next) => {
    const status = error.status && error.status < 500 ? error.status : 500
    if (status === 500) installation.log.error({ err: error }, 'a request failed')
    response
      .status(status)
      .type('text')
      .send(status === 404 ? 'Not found' : 'Something went wrong; nothing was changed.')
  }) as express.ErrorRequestHandler)
  const server = createServer(app)
  // Streams of events would otherwise hold up the end of the server.
  server.on('closing', () => lasting.forEach((response) => response.destroy()))
  return server
}

const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * What is left of a body after the answer is thrown away. Otherwise the browser's next request on the same connection would wait behind it until
 * the connection is reset.
 */
const emptyAfterwards: express.RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (request.complete && request.readableLength === 0) return
    request.removeAllListeners('data')
    request.resume()
  })
  next()
}

/** Bytes; the longest section with its marks is well below it (largestDocument), and forms are read whole. */
const largestBody = 16 * 1024 * 1024

const refuseHuge: express.RequestHandler = (request, response, next) => {
  if (Number(request.headers['content-length'] ?? 0) <= largestBody) return next()
  response.status(413).type('text').send('Refused: this is too much at once; nothing was changed.')
}

/** A request that changes something must come from a page of our own (CSRF): browsers say so in Origin or Sec-Fetch-Site. */
const refuseOtherOrigins: express.RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next()
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign = origin ? originHost(origin) !== host : site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreign) return void response.status(403).type('text').send('Refused: this request came from another site.')
  next()
}

/**
 * The address of a page may end in ".data", as the key of a question does; the framework would take that for its own request for a page's data.
 * Whoever asks for a page is led to the same address written otherwise; what they send there is taken as sent to the page.
 */
const pagesNamedData: express.RequestHandler = (request, response, next) => {
  const [path = '', ...query] = request.originalUrl.split('?')
  // Not `//host`: a way to another site.
  const named = /^\/[^/\\].*\.data$/.test(path) && request.headers.accept?.startsWith('text/html')
  if (!named) return next()
  const address = [path.replace(/\.data$/, '%2Edata'), ...query].join('?')
  if (['GET', 'HEAD'].includes(request.method)) return void response.redirect(address)
  request.originalUrl = address
  next()
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/**
 * @returns when the server accepts connections.
 * @throws {OperatorError} one sentence when the port is taken or not allowed.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new OperatorError(portSentence(error, port, host))))
    server.listen(port, host, () => resolve((server.address() as { port: number }).port))
  })
}

function portSentence(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use; stop the other program or set PORT to another number.`
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account; set PORT to a number above 1023.`
  return `The web server cannot listen on ${host}:${port}: ${error.message}.`
}
