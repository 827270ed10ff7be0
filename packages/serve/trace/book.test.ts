import { expect, test } from 'vitest'
import { TraceBook, type TraceLine } from './book.ts'

const line = (id: string): TraceLine => ({
  type: 'signature',
  id,
  at: '2026-11-29T01:00:00Z',
  order: 1,
  party: 'authority',
  what: 'ocsp',
  bytes: 9,
})
const seenBy = (book: TraceBook, trace: string): string[] => {
  const ids: string[] = []
  book.watch(trace, ({ id }) => ids.push(id))()
  return ids
}

test('Trace Context §3.2.2.3 who watches a trace hears what was and what comes, and of no other trace', () => {
  const book = new TraceBook()
  book.note('a', line('1'))
  book.note('b', line('2'))
  const heard: string[] = []
  const stop = book.watch('a', ({ id }) => heard.push(id))
  book.note('b', line('3'))
  book.note('a', line('4'))
  stop()
  book.note('a', line('5'))
  expect(heard).toEqual(['1', '4'])
  expect(seenBy(book, 'a')).toEqual(['1', '4', '5'])
})

test('docs/decisions/0053 the last lines of a trace are kept, and the last traces', () => {
  const book = new TraceBook({ lines: 2, traces: 2 })
  for (const id of ['1', '2', '3']) book.note('a', line(id))
  expect(seenBy(book, 'a')).toEqual(['2', '3'])
  book.note('b', line('4'))
  book.note('c', line('5'))
  expect(seenBy(book, 'a')).toEqual([])
})

test('docs/decisions/0053 a trace that is watched gives no room to traces that nobody watches', () => {
  const book = new TraceBook({ traces: 1 })
  const heard: string[] = []
  book.watch('a', ({ id }) => heard.push(id))
  for (let i = 0; i < 9; i += 1) book.note(`stranger ${i}`, line('x'))
  book.note('a', line('1'))
  expect(heard).toEqual(['1'])
  expect(seenBy(book, 'stranger 3')).toEqual([])
})
