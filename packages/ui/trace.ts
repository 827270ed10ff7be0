/**
 * A page in a frame of the desk puts the desk's trace on its requests to the parties (`traceparent`, W3C Trace Context §3.2), so that the desk
 * can show what happened. Nobody else is told of it, and a page in a window of its own has none.
 */
import { isOperating } from './operating.ts'

const wanted = 'kazashi-trace-wanted'
const answer = 'kazashi-trace'
const format = /^[0-9a-f]{32}$/

/** Milliseconds that a page waits for the desk before it asks without a trace; an answer that comes later still counts. */
const patience = 300
/** Milliseconds between two questions, and how many: the desk may still be opening. */
const askAgainAfter = 500
const mostQuestions = 40

/** The parties that note requests: the box is asked about cards in hands, the desk about nothing. */
const unnoted: ReadonlySet<string> = new Set(['box', 'desk', 'repository'])

const randomSpan = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

let traceId: string | undefined

/** Requests of this page to `origins` belong to the trace from now on. */
function traceFetch(origins: ReadonlySet<string>): void {
  const plain = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    if (traceId === undefined || !origins.has(url.origin)) return plain(input, init)
    const before = init?.headers ?? (input instanceof Request ? input.headers : undefined)
    const headers = new Headers(before)
    headers.set('traceparent', `00-${traceId}-${randomSpan()}-01`)
    return plain(input, { ...init, headers })
  }
}

function originsOf(settings: unknown): ReadonlyMap<string, string> {
  const origins: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'origins') : undefined
  const all = typeof origins === 'object' && origins !== null ? Object.entries(origins) : []
  return new Map(all.filter((one): one is [string, string] => typeof one[1] === 'string'))
}

/** @param settings of the page's server, with the origins of the parties; resolves once the page may ask */
export async function followTrace(settings: unknown): Promise<void> {
  const origins = originsOf(settings)
  const desk = origins.get('desk')
  if (isOperating() || window.parent === window || desk === undefined) return
  const noted = [...origins].filter(([name]) => !unnoted.has(name)).map(([, origin]) => origin)
  // Packages are compiled for browsers that have no Promise.withResolvers.
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  const timer = setTimeout(() => resolve(), patience)
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    if (origin !== desk || source !== window.parent) return
    if (typeof data !== 'object' || data === null || Reflect.get(data, 'type') !== answer) return
    const told: unknown = Reflect.get(data, 'trace')
    if (typeof told !== 'string' || !format.test(told)) return
    if (traceId === undefined) traceFetch(new Set(noted))
    traceId = told
    clearTimeout(timer)
    clearInterval(again)
    resolve()
  })
  let questions = 0
  const ask = () => {
    questions += 1
    window.parent.postMessage({ type: wanted }, desk)
    if (questions >= mostQuestions) clearInterval(again)
  }
  const again = setInterval(ask, askAgainAfter)
  ask()
  await promise
}

/** Of the desk: pages of `origins` in its frames are told the trace when they ask. @returns ends it */
export function answerTrace(trace: string, origins: readonly string[]): () => void {
  const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
    if (source === null || !origins.includes(origin)) return
    if (typeof data !== 'object' || data === null || Reflect.get(data, 'type') !== wanted) return
    source.postMessage({ type: answer, trace }, { targetOrigin: origin })
  }
  window.addEventListener('message', hear)
  return () => window.removeEventListener('message', hear)
}
