import { expect, test } from 'vitest'
import { CardError } from '../errors.ts'
import { bytes, hexOf, syntheticContents } from '../testing/synthetic-card.ts'
import { VirtualCard } from '../virtual-card.ts'
import { memoryTransport } from './memory.ts'

const card = (): VirtualCard =>
  new VirtualCard(syntheticContents(), (length) => new Uint8Array(length))
const selectJpki = bytes('00A4040C0AD392F000260100000001')
const selectPin = bytes('00A4020C020018')
const wrongPin = bytes('002000800430303030')
const counter = bytes('00200080')

test('ISO 7816-4 §7.5.6 a counter is kept before the answer that tells of it is given', async () => {
  const order: string[] = []
  const transport = memoryTransport(card(), {
    persist: async () => {
      await Promise.resolve()
      order.push('kept')
    },
    onExchange: (_, response) => order.push(hexOf(response)),
  })
  for (const command of [selectJpki, selectPin, wrongPin, counter]) {
    order.push(`→ ${hexOf(await transport.transmit(command))}`)
  }
  expect(order).toEqual([
    ...['9000', '→ 9000', '9000', '→ 9000'],
    ...['kept', '63c2', '→ 63c2', '63c2', '→ 63c2'],
  ])
})

test('ISO 7816-4 §7.5.6 a change that cannot be kept is not answered, and commands sent at once take turns', async () => {
  const full = new Error('disk full')
  let broken = true
  const transport = memoryTransport(card(), {
    persist: () => (broken ? Promise.reject(full) : Promise.resolve()),
  })
  const answers = await Promise.allSettled(
    [selectJpki, selectPin, wrongPin, counter].map((command) => transport.transmit(command)),
  )
  expect(answers[2]).toEqual({ status: 'rejected', reason: full })
  // The card was reset: no file is selected any more.
  expect(answers[3]).toMatchObject({
    status: 'fulfilled',
    value: expect.not.arrayContaining([0x63]),
  })
  broken = false
  await transport.transmit(selectJpki)
  await transport.transmit(selectPin)
  expect(hexOf(await transport.transmit(counter))).toBe('63c2')
})

test('ISO/IEC 7816-3 §8 the ATR is the card’s, and a card taken away answers no more', async () => {
  const held = card()
  const transport = memoryTransport(held)
  expect(transport.atr).toEqual(held.atr)
  await transport.close()
  for (const after of [transport.transmit(selectJpki), transport.reset()]) {
    await expect(after).rejects.toEqual(new CardError('CARD_AWAY'))
  }
})
