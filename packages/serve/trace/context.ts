/** The trace that a request belongs to (W3C Trace Context §3.2), for as long as its work lasts: AsyncLocalStorage of this process. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { PartyName } from '../origins.ts'

export interface TraceContext {
  /** 16 bytes, hex: whoever knows it may watch. */
  readonly traceId: string
  /** 8 bytes, hex: of the request that is being worked on. */
  readonly spanId: string
  readonly party: PartyName
  /** Origins of the parties of this Kazashi: nobody else is told of the trace. */
  readonly origins: ReadonlySet<string>
}

const current = new AsyncLocalStorage<TraceContext>()

export const traceContext = (): TraceContext | undefined => current.getStore()

export const withTrace = <T>(context: TraceContext, work: () => T): T => current.run(context, work)

export const newSpanId = (): string => randomBytes(8).toString('hex')

const format = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/
const noTrace = '0'.repeat(32)
const noSpan = '0'.repeat(16)

interface Parent {
  readonly traceId: string
  readonly parentId: string
}

/** @returns undefined: none, or one that is to be ignored (§3.2.2) */
export function parseTraceparent(value: unknown): Parent | undefined {
  if (typeof value !== 'string') return undefined
  const [, traceId, parentId] = format.exec(value) ?? []
  if (traceId === undefined || parentId === undefined) return undefined
  return traceId === noTrace || parentId === noSpan ? undefined : { traceId, parentId }
}

/** The header of a call to another party, made while a traced request is being worked on. */
export function traceparentFor(url: URL): string | undefined {
  const context = traceContext()
  if (context === undefined || !context.origins.has(url.origin)) return undefined
  return `00-${context.traceId}-${context.spanId}-01`
}

/** Work that a request leaves to a queue, by its key, in this process. */
const left = new Map<string, TraceContext>()
const leftLimit = 500

/** Work with this key, done later in this process, belongs to the trace of the request that is being worked on. */
export function leaveTrace(key: string): void {
  const context = traceContext()
  if (context === undefined) return
  left.delete(key)
  left.set(key, context)
  const [oldest] = left.keys()
  if (left.size > leftLimit && oldest !== undefined) left.delete(oldest)
}

/** Does work that may have been left by a traced request. */
export function withTraceLeft<T>(key: string, work: () => T): T {
  const context = left.get(key)
  return context === undefined ? work() : withTrace(context, work)
}
