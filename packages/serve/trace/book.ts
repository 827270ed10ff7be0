/** What has been seen of each trace, in memory and nowhere else: the last lines of the last traces, and who watches them. */
import type { PartyName } from '../origins.ts'
import type { BodyNote } from './masking.ts'

export interface RequestLine {
  readonly type: 'request'
  readonly id: string
  /** ISO 8601: it came. */
  readonly at: string
  /** Orders lines of one process that have the same `at`. */
  readonly order: number
  readonly from: PartyName
  /** It was made by a page of `from`, in somebody's browser; else by its server. */
  readonly byPage: boolean
  readonly to: PartyName
  readonly method: string
  /** As the routes have it: `/applications/:id`. */
  readonly route: string
  /** Origin, path and names of the query; what may be somebody's is `{name}`. */
  readonly address: string
  /** Names of what proves the caller, never its value: the scheme of `authorization`, `dpop`, `cookie`. */
  readonly proofs: readonly string[]
  readonly operation?: string
  readonly status: number
  /** Of a refusal (RFC 9457). */
  readonly refusal?: {
    readonly code: string
    readonly clause?: string
    readonly title?: { readonly ja: string; readonly en: string }
  }
  readonly milliseconds: number
  readonly sent: BodyNote
  readonly answered: BodyNote
}

/** A change of a database that was committed. */
interface RecordsLine {
  readonly type: 'records'
  readonly id: string
  readonly at: string
  readonly order: number
  readonly party: PartyName
  readonly change: 'insert' | 'update' | 'delete'
  readonly table: string
  readonly rows: number
}

/** A signature of an authority. */
export interface SignatureLine {
  readonly type: 'signature'
  readonly id: string
  readonly at: string
  readonly order: number
  readonly party: PartyName
  readonly what: 'certificate' | 'ocsp' | 'crl'
  /** Of what was signed, bytes. */
  readonly bytes: number
}

export type TraceLine = RequestLine | RecordsLine | SignatureLine

/** Lines of a trace; two registrations have some two hundred. */
const linesLimit = 400
/** Traces at once: a class or two. The one without news for the longest time goes first. */
const tracesLimit = 100

interface Trace {
  readonly lines: TraceLine[]
  readonly watchers: Set<(line: TraceLine) => void>
}

export class TraceBook {
  readonly #traces = new Map<string, Trace>()
  readonly #lines: number
  readonly #most: number

  constructor(limits: { readonly lines?: number; readonly traces?: number } = {}) {
    this.#lines = limits.lines ?? linesLimit
    this.#most = limits.traces ?? tracesLimit
  }

  #open(traceId: string): Trace {
    const trace = this.#traces.get(traceId) ?? { lines: [], watchers: new Set() }
    this.#traces.delete(traceId)
    this.#traces.set(traceId, trace)
    for (const [id, { watchers }] of this.#traces) {
      if (this.#traces.size <= this.#most) break
      if (id !== traceId && watchers.size === 0) this.#traces.delete(id)
    }
    return trace
  }

  note(traceId: string, line: TraceLine): void {
    const known = this.#traces.has(traceId)
    // Full of traces that are being watched: one that nobody has seen yet has to wait.
    if (!known && this.#traces.size >= this.#most && this.#watched === this.#traces.size) return
    const { lines, watchers } = this.#open(traceId)
    lines.push(line)
    if (lines.length > this.#lines) lines.shift()
    for (const watcher of watchers) watcher(line)
  }

  get #watched(): number {
    return [...this.#traces.values()].filter(({ watchers }) => watchers.size > 0).length
  }

  /** Told of what is there, then of what comes. @returns ends it */
  watch(traceId: string, tell: (line: TraceLine) => void): () => void {
    const { lines, watchers } = this.#open(traceId)
    for (const line of lines) tell(line)
    watchers.add(tell)
    return () => {
      watchers.delete(tell)
      if (watchers.size === 0 && lines.length === 0) this.#traces.delete(traceId)
    }
  }
}

/** Of this process. */
export const traceBook = new TraceBook()

let order = 0
/** The next place in the order of this process. */
export const nextOrder = (): number => {
  order += 1
  return order
}
