/** The pace of a card: the waiting stands between page and card, where it can be taken away. */
import { emptySecureElement } from '@kazashi/card'
import { paces } from '@kazashi/lifecycle'
import { expect, test } from 'vitest'
import { answerTime } from '../answer-time.ts'
import { Readers } from '../readers.ts'

const sign = Uint8Array.of(0x80, 0x2a, 0x00, 0x80, 0x00)
const select = Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 0x00)
const verify = Uint8Array.of(0x00, 0x20, 0x00, 0x80, 0x04, 0x31, 0x32, 0x33, 0x34)

test('2-C⑦ a card answers at once to programs, as in the world on the desk, and slowly for who looks at each step', () => {
  for (const pace of paces) {
    const [short, middle, long] = [select, verify, sign].map((one) => answerTime(pace, one))
    if (pace === 'at-once') expect([short, middle, long]).toEqual([0, 0, 0])
    else
      expect([short, middle, long]).toEqual([short, middle, long].toSorted((a = 0, b = 0) => a - b))
  }
  expect(answerTime('slow', sign)).toBe(3 * answerTime('real', sign))
})

/** A reader with a card on it, whose waits end when the test says so. */
async function slowReader() {
  const waits: { readonly milliseconds: number; readonly end: () => void }[] = []
  const saved: string[] = []
  const readers = new Readers({
    load: async () => emptySecureElement('android'),
    save: async (cardId) => {
      saved.push(cardId)
    },
    now: () => new Date(),
    wait: (milliseconds) =>
      new Promise<void>((end) => {
        waits.push({ milliseconds, end })
      }),
  })
  const reader = await readers.add({ id: undefined })
  const hold = (pace: (typeof paces)[number]) =>
    readers.move(reader, { cardId: 'card', from: 'anywhere', pace })
  return { reader, hold, waits, saved }
}

test('2-C⑦.moved-away a card taken away while it is waited for has not begun, and gives no answer', async () => {
  const { reader, hold, waits, saved } = await slowReader()
  await hold('real')
  const answer = reader.transmit(verify)
  expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([answerTime('real', verify)])
  await reader.remove()
  waits[0]?.end()
  expect(await answer).toBeUndefined()
  expect(saved).toEqual([])
  expect(reader.log.map(({ type }) => type)).toEqual(['card-present', 'card-removed'])
})

test('2-C⑦ at once there is no wait at all', async () => {
  const { reader, hold, waits } = await slowReader()
  await hold('at-once')
  expect(await reader.transmit(select)).toBeDefined()
  expect(waits).toEqual([])
})
