import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A way to a server that can be cut off and opened again on the same port, as when that server crashes and comes back. */
export async function startRelay(target: { host: string; port: number }) {
  const sockets = new Set<Socket>()
  let server: Server
  const listen = (port: number) =>
    new Promise<number>((done) => {
      server = createServer((near) => {
        const far = connect(target)
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one)
          one.on('error', () => {})
          one.on('close', () => {
            sockets.delete(one)
            other.destroy()
          })
          one.pipe(other)
        }
      })
      server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
    })
  const port = await listen(0)
  return {
    port,
    /** Cuts every line and refuses new ones. */
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    open: () => listen(port),
  }
}
