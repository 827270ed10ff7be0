/** A small part of `npm run damage`, and what it would tell. */
import { expect, test } from 'vitest'
import { damagedDer, damagedText, numbersOf } from './changes.ts'
import { damageAll } from './damage.ts'
import { type Subject, subjects } from './subjects.ts'

test('X.690, ISO 32000-2, XML 1.0: every parser under damage that keeps the form: a typed refusal or the right answer', async () => {
  const { rows, faults } = await damageAll(await subjects(), {
    times: 3600,
    seed: 7,
    weighs: false,
  })
  expect(faults).toEqual([])
  for (const { subject, refused, times } of rows)
    expect(refused, subject).toBeGreaterThan(times / 10)
})

test('CONTRIBUTING damage is the same for the same seed, and a crash or a wrong answer is told', async () => {
  const bytes = Uint8Array.of(0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06)
  for (const damage of [damagedDer, damagedText])
    expect(damage(bytes, numbersOf(3))).toEqual(damage(bytes, numbersOf(3)))
  const subject = (read: Subject['read']): Subject => ({
    name: 'stub',
    bytes,
    damage: damagedDer,
    isSigned: true,
    read,
  })
  const crash = subject((given) => {
    if (given === bytes) return 'whole'
    throw new TypeError('no such thing')
  })
  const wrong = subject((given) => (given === bytes ? 'whole' : 'other'))
  for (const [one, said] of [
    [crash, /TypeError: no such thing/],
    [wrong, /it says other/],
  ] as const) {
    const { faults } = await damageAll([one], { times: 3, seed: 1 })
    expect(faults).toHaveLength(3)
    expect(faults[0]).toMatch(said)
  }
})
