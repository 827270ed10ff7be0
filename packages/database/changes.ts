/**
 * What a connection has changed, published once it is committed to whoever subscribes (`node:diagnostics_channel`): tables and numbers of
 * rows, never a value. Nothing is read of a statement as long as nobody has subscribed.
 */
import { channel } from 'node:diagnostics_channel'
import type pg from 'pg'

const changes = channel('kazashi:database')

export interface Change {
  readonly change: 'insert' | 'update' | 'delete'
  /** With its schema: `record.application`. */
  readonly table: string
  readonly rows: number
}

const verbs = { 'insert into': 'insert', update: 'update', 'delete from': 'delete' } as const
const statement =
  /^\s*(?:with\b[\s\S]*?\)\s*)?(insert into|update|delete from)\s+(?:only\s+)?((?:"[a-z_]+"|[a-z_]+)(?:\.(?:"[a-z_]+"|[a-z_]+))?)/i

/** @returns undefined: it changes nothing */
export function changeOf(text: string): Omit<Change, 'rows'> | undefined {
  const [, verb, table] = statement.exec(text) ?? []
  const found = Object.entries(verbs).find(
    ([name]) => name === verb?.toLowerCase().replace(/\s+/, ' '),
  )
  if (found === undefined || table === undefined) return undefined
  return { change: found[1], table: table.replaceAll('"', '') }
}

type Boundary = 'begin' | 'commit' | 'rollback'
const boundaryOf = (text: string): Boundary | undefined => {
  const [, verb] = /^\s*(begin|start transaction|commit|rollback)\b(?!\s+to\b)/i.exec(text) ?? []
  switch (verb?.toLowerCase()) {
    case 'begin':
    case 'start transaction':
      return 'begin'
    case 'commit':
      return 'commit'
    case 'rollback':
      return 'rollback'
    default:
      return undefined
  }
}

/** Of one connection: what a transaction has changed waits for its commit. */
export class Changes {
  readonly #publish: (change: Change) => void
  #waiting: Change[] | undefined

  constructor(publish: (change: Change) => void) {
    this.#publish = publish
  }

  /** A statement was carried out. */
  done(text: string, rows: number): void {
    const boundary = boundaryOf(text)
    if (boundary === 'begin') this.#waiting = []
    else if (boundary === 'rollback') this.#waiting = undefined
    else if (boundary === 'commit') {
      for (const one of this.#waiting ?? []) this.#publish(one)
      this.#waiting = undefined
    } else {
      const seen = rows > 0 ? changeOf(text) : undefined
      if (seen === undefined) return
      if (this.#waiting === undefined) this.#publish({ ...seen, rows })
      else this.#waiting.push({ ...seen, rows })
    }
  }
}

const textOf = (query: unknown): string | undefined => {
  const text: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, 'text') : query
  return typeof text === 'string' ? text : undefined
}
const rowsOf = (result: unknown): number => {
  const rows: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'rowCount') : 0
  return typeof rows === 'number' ? rows : 0
}

/** From now on `client` publishes what it changes. */
export function publishChanges(client: pg.PoolClient): void {
  const seen = new Changes((one) => changes.publish(one))
  const plain: (...given: unknown[]) => unknown = client.query.bind(client)
  const query = (...given: unknown[]): unknown => {
    const answer = plain(...given)
    if (!changes.hasSubscribers || !(answer instanceof Promise)) return answer
    const text = textOf(given[0])
    if (text === undefined) return answer
    return answer.then((result: unknown) => {
      seen.done(text, rowsOf(result))
      return result
    })
  }
  Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true })
}
