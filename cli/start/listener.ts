/** One port for all parties: each request and each WebSocket goes to the party its Host header names (RFC 9110 §7.2). */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isForServers } from '@kazashi/gate'
import {
  type Origins,
  type PartyName,
  partyElsewhere,
  partyNames,
  partyOf,
  refuseRequest,
  refuseSocket,
  refuseUnparsed,
} from '@kazashi/serve'
import type { Guard } from './class/guard.ts'
import { frontOf } from './running.ts'
import { StartError } from './start-error.ts'
import { answerStarting, sendStartingFile } from './starting.ts'

/** Parties that are ready; those not there yet ask to come again. A Fastify application is one. */
export type Parties = { [Name in PartyName]?: { readonly server: Server } }

interface ServeOptions {
  /** Of all that will be there; the others' names are as unknown as any. Default: all. */
  readonly names?: readonly PartyName[]
  /** Of a class; none: everybody goes on. */
  readonly guard?: Guard | undefined
  /** Hears once that a proxy passes requests on (RFC 7239 §4), with the header that says so. */
  readonly onProxy?: ((header: string) => void) | undefined
}

export interface Listener {
  readonly port: number
  /**
   * From here on requests go to `parties`, also to those added to it later.
   */
  serve(origins: Origins, parties: Parties, options?: ServeOptions): void
  /** New connections are refused, requests finish, streams and WebSockets are cut. */
  close(): Promise<void>
}

interface Served {
  readonly origins: Origins
  readonly parties: Parties
  readonly names: readonly PartyName[]
  readonly guard: Guard | undefined
  readonly lookForProxy: ((request: IncomingMessage) => void) | undefined
}

/** Headers that proxies add (RFC 7239 §4), and the names from before it. */
const forwarding = ['forwarded', 'x-forwarded-host', 'x-forwarded-for', 'x-forwarded-proto']

/** @returns tells of the first request that came through a proxy, and of no other */
function proxyTeller(tell: (header: string) => void): (request: IncomingMessage) => void {
  let told = false
  return ({ headers }) => {
    const header = told ? undefined : forwarding.find((name) => headers[name] !== undefined)
    if (header === undefined) return
    told = true
    tell(header)
  }
}

/** Whose pages explain a code to somebody whose Host header names nobody. */
const explainer = (served: Served | undefined): string | undefined =>
  served && frontOf(served.origins, served.names)

/** The party of a Host header that this Kazashi has. What servers of relying parties call of the gate has the repository's name. */
function partyAsked(
  served: Served,
  { headers: { host }, url: path = '/' }: IncomingMessage,
): PartyName | 'repository' | undefined {
  const named = partyOf(host, served.origins)
  const name = named === 'repository' && isForServers(path) ? 'gate' : named
  return name === undefined || name === 'repository' || served.names.includes(name)
    ? name
    : undefined
}

/** Of a party that is not ready yet: the page that explains it is there a moment later. */
const originOf = (name: PartyName | 'repository', { origins }: Served): string =>
  origins[name === 'repository' ? 'authority' : name]

/**
 * Asked by a name of before: reading goes on at the new one. Writing does not, because clients drop tokens when they are led
 * elsewhere (Fetch §4.4), and a device's proof names the address it is for (RFC 9449 §4.2): better a word than a puzzle.
 */
function leadOn(origin: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    const location = `${origin}${request.url}`
    response.writeHead(308, { location, 'cache-control': 'no-store' }).end()
    return
  }
  refuseRequest('HOST_UNKNOWN', request, response, origin)
}

function onRequest(
  served: Served | undefined,
  sandbox: boolean,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!served) {
    if (!sendStartingFile(request, response)) answerStarting(request, response, undefined, sandbox)
    return
  }
  served.lookForProxy?.(request)
  const { origins, parties } = served
  const name = partyAsked(served, request)
  if (name === undefined) {
    const meant = partyElsewhere(request.headers.host, origins)
    if (meant !== undefined) return leadOn(origins[meant], request, response)
    return refuseRequest('HOST_UNKNOWN', request, response, explainer(served))
  }
  if (name === 'repository' && request.url === '/') {
    return response.writeHead(302, { location: frontOf(origins, served.names) }).end()
  }
  if (sendStartingFile(request, response)) return
  if (served.guard?.letsIn(name, request, response) === false) return
  const party = parties[name === 'repository' ? 'authority' : name]
  if (!party) return answerStarting(request, response, originOf(name, served), sandbox)
  return party.server.emit('request', request, response)
}

function onUpgrade(
  served: Served | undefined,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  const name = served && partyAsked(served, request)
  const may = name && served.guard?.letsConnect(name, request) !== false
  const party = may && name !== 'repository' ? served.parties[name] : undefined
  if (party && party.server.listenerCount('upgrade') > 0) {
    party.server.emit('upgrade', request, socket, head)
  } else {
    refuseSocket('NOT_FOUND', socket, request.headers['accept-language'], explainer(served))
  }
}

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

const systemCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Milliseconds that requests, streams and WebSockets may go on after `close`. */
const grace = 1_000

/**
 * Listens on loopback only, both families where the machine has them.
 * @param sandbox whether pages say that it is one before there is a party
 * @throws {StartError} PORT_IN_USE, PORT_REFUSED
 */
export async function listen(wanted: number, sandbox = true): Promise<Listener> {
  let served: Served | undefined
  const sockets = new Set<Socket>()
  const make = () =>
    createServer({ requestTimeout: 30_000, requireHostHeader: false })
      .on('connection', (socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
      })
      .on('request', (request, response) => onRequest(served, sandbox, request, response))
      .on('upgrade', (request, socket, head) => onUpgrade(served, request, socket, head))
      // RFC 9110 §9.3.6: no party is a proxy.
      .on('connect', ({ headers }, socket) =>
        refuseSocket('NOT_FOUND', socket, headers['accept-language'], explainer(served)),
      )
      // RFC 9110 §10.1.1: an expectation that is not met may be ignored.
      .on('checkExpectation', (request, response) => onRequest(served, sandbox, request, response))
      .on('clientError', (error, socket) => refuseUnparsed(error, socket, explainer(served)))
  const servers = [make()]
  const bindOrTell = async (server: Server, port: number, host: string) => {
    try {
      return await bind(server, port, host)
    } catch (error) {
      if (systemCode(error) === 'EADDRINUSE')
        throw new StartError('PORT_IN_USE', { detail: `port ${port}`, cause: error })
      if (systemCode(error) === 'EACCES')
        throw new StartError('PORT_REFUSED', { detail: `port ${port}`, cause: error })
      throw error
    }
  }
  const [first] = servers
  if (!first) throw new TypeError('unreachable')
  const port = await bindOrTell(first, wanted, '127.0.0.1')
  const second = make()
  try {
    await bindOrTell(second, port, '::1')
    servers.push(second)
  } catch (error) {
    if (error instanceof StartError) {
      first.close()
      throw error
    }
    // a machine without IPv6
  }
  const closeOne = (server: Server) =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
    })
  return {
    port,
    serve: (origins, parties, { names = partyNames, guard, onProxy } = {}) => {
      const lookForProxy = onProxy && proxyTeller(onProxy)
      served = { origins, parties, names, guard, lookForProxy }
    },
    close: async () => {
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, grace)
      await Promise.all(servers.map(closeOne))
      clearTimeout(late)
    },
  }
}
