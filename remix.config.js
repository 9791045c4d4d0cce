/**
 * Remix's own options; `vite.config.ts` hands them to the Vite plugin.
 * `v3_lazyRouteDiscovery` stays off: a deploy that changes a lazily fetched route manifest can make a page reload under an author's hands.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/.*'],
  serverModuleFormat: 'esm',
  future: {
    v3_singleFetch: true,
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
  },
}
