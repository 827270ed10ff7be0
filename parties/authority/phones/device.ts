/**
 * `request.device`: the device whose key signed a request (RFC 9449). Proved once, before the handler, on every route that the
 * table of callers opens to a device.
 */
import type { Party } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { callersOf } from '../callers.ts'
import { checkProof, type Device, type ProofNeeds } from './proof.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** @throws TypeError on a route that callers.ts does not open to a device */
    readonly device: Device
  }
}

/** For the routes that are added to `app` from now on. @param records asked at each request */
export function proveDevices(app: Party, records: () => ProofNeeds): void {
  const proved = new WeakMap<FastifyRequest, Device>()
  app.decorateRequest('device', {
    getter() {
      const device = proved.get(this)
      if (!device) throw new TypeError(`callers.ts asks no device of ${this.routeOptions.url}`)
      return device
    },
  })
  app.addHook('preHandler', async (request) => {
    const { method, url: path, routeOptions } = request
    const wanted = routeOptions.url && callersOf(method, routeOptions.url)?.includes('device')
    if (!wanted) return
    const header = request.headers['dpop']
    proved.set(request, await checkProof(records(), { header, method, path }))
  })
}
