/** Callers of a party from a page (CORS, Fetch standard §3.2), rights of its own pages (CSP Level 3), and the Host check. */
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { CommonProblem } from './common-problems.ts'
import { hostsOf, type Origins, type PartyName } from './origins.ts'

interface Reach {
  /** Parties whose pages may call this one across origins. */
  readonly calledBy: readonly PartyName[]
  /** Parties this one's own pages call, besides itself; `box` includes its WebSocket. */
  readonly calls: readonly (PartyName | 'repository')[]
  /** Parties whose pages may show this one's in a frame. */
  readonly framedBy: readonly PartyName[]
  readonly frames: readonly PartyName[]
  /** Its pages answer whoever asks for attributes (OpenID4VP), and so reach any address on this machine, in a sandbox that runs on it. */
  readonly answersAnybody?: true
}

const reach: Readonly<Record<PartyName, Reach>> = {
  authority: { calledBy: ['app', 'desk'], calls: [], framedBy: [], frames: [] },
  app: {
    calledBy: [],
    calls: ['authority', 'gate', 'portal', 'box'],
    framedBy: ['desk'],
    frames: [],
    answersAnybody: true,
  },
  gate: { calledBy: ['app'], calls: [], framedBy: ['desk'], frames: [] },
  portal: { calledBy: ['app'], calls: [], framedBy: ['desk'], frames: [] },
  bank: { calledBy: [], calls: [], framedBy: ['desk'], frames: [] },
  box: { calledBy: ['app', 'desk'], calls: [], framedBy: [], frames: [] },
  desk: {
    calledBy: [],
    calls: ['authority', 'box'],
    framedBy: [],
    frames: ['app', 'gate', 'portal', 'bank', 'kiosk', 'clinic', 'mobile'],
  },
  clinic: { calledBy: [], calls: ['box'], framedBy: ['desk'], frames: [] },
  kiosk: { calledBy: [], calls: ['box'], framedBy: ['desk'], frames: [] },
  cashless: { calledBy: [], calls: [], framedBy: [], frames: [] },
  mobile: { calledBy: [], calls: ['box'], framedBy: ['desk'], frames: [] },
}

/** Parties that only a sandbox has; elsewhere their names mean nobody, whoever may come to hold them. */
export const sandboxOnly: ReadonlySet<string> = new Set<PartyName>([
  'box',
  'desk',
  'bank',
  'clinic',
  'kiosk',
  'cashless',
  'mobile',
])

function reachOf(name: PartyName, sandbox: boolean): Reach {
  const { calledBy, calls, framedBy, frames, answersAnybody } = reach[name]
  const there = <T extends string>(names: readonly T[]) =>
    names.filter((one) => sandbox || !sandboxOnly.has(one))
  return {
    calledBy: there(calledBy),
    calls: there(calls),
    framedBy: there(framedBy),
    frames: there(frames),
    ...(answersAnybody && { answersAnybody }),
  }
}

/** Of a sandbox on this machine alone: elsewhere an asker is a party of the list. */
const onThisMachine = ['http://localhost:*', 'http://*.localhost:*']

export interface Place {
  readonly name: PartyName
  readonly origins: Origins
  readonly sandbox: boolean
  readonly ownRules?: string
}

export const callersOf = ({ name, origins, sandbox }: Place): string[] =>
  reachOf(name, sandbox).calledBy.map((caller) => origins[caller])

/** Nothing inline, nothing from elsewhere. `wasm-unsafe-eval`: the card's photo is decoded by WebAssembly. */
export function helmetOptions({ name, origins, sandbox }: Place): FastifyHelmetOptions {
  const { calls, framedBy, frames, answersAnybody = false } = reachOf(name, sandbox)
  const parties = calls.flatMap((party) => {
    const origin = origins[party]
    return party === 'box' ? [origin, origin.replace(/^http/, 'ws')] : [origin]
  })
  const orNone = (sources: string[]) => (sources.length === 0 ? ["'none'"] : sources)
  const secure = origins[name].startsWith('https:')
  const isLocal = answersAnybody && sandbox && !secure
  const connect = isLocal ? [...parties, ...onThisMachine] : parties
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        connectSrc: ["'self'", ...connect],
        frameSrc: orNone(frames.map((party) => origins[party])),
        frameAncestors: orNone(framedBy.map((party) => origins[party])),
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    // A frame of the desk is allowed by frame-ancestors; X-Frame-Options cannot name an origin and would forbid it.
    xFrameOptions: framedBy.length === 0 ? { action: 'deny' } : false,
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
  }
}

/** Parties that answer under the repository's name, too. */
const alsoRepository: ReadonlySet<PartyName> = new Set<PartyName>(['authority', 'gate'])

/** Names that are not ours are refused (DNS rebinding, RFC 9110 §15.5.20), and so are writes from pages of strangers. */
export function checkHostAndOrigin(app: FastifyInstance, place: Place): void {
  const { name, origins, ownRules } = place
  const names = alsoRepository.has(name) ? ([name, 'repository'] as const) : [name]
  const hosts = new Set(names.flatMap((one) => hostsOf(one, origins)))
  const writers = new Set([origins[name], ...callersOf(place)])
  app.addHook('onRequest', async (request) => {
    if (!hosts.has(request.headers.host?.toLowerCase() ?? ''))
      throw new CommonProblem('HOST_UNKNOWN')
    const { origin } = request.headers
    const safe =
      request.method === 'GET' ||
      request.method === 'HEAD' ||
      (ownRules !== undefined && request.url.startsWith(ownRules))
    if (!safe && origin !== undefined && !writers.has(origin))
      throw new CommonProblem('ORIGIN_REFUSED')
    const preflight = origin !== undefined && 'access-control-request-method' in request.headers
    if (request.method === 'OPTIONS' && !preflight) throw new CommonProblem('PREFLIGHT_INVALID')
  })
}
