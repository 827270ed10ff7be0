import { expect, test } from 'vitest'
import { changedSince, judge, mayApply, mostDifferences, states, stepWallet } from './identity.ts'

const written = { name: '例示　太郎', address: '埼玉県例示市模擬通1-1-22', birthDate: '1977-09-28' }
const zeros = (text: string) => '0'.repeat(Array.from(text).length)
const proven = {
  ...written,
  sex: 'male',
  nameFlags: zeros(written.name),
  addressFlags: zeros(written.address),
} as const

test('1-B② what is the same identifies, a substitute character is named, and what differs is named until it was too often', () => {
  expect(judge(written, proven, 0)).toEqual({
    event: 'matched',
    identity: { ...written, substitutes: [] },
  })
  const flagged = { ...proven, nameFlags: '10000' }
  expect(judge({ ...written, name: '𠮷示　太郎' }, flagged, 0)).toMatchObject({
    event: 'matched',
    identity: { name: '例示　太郎', substitutes: ['例'] },
  })
  const other = { ...written, name: '別の　人', birthDate: '1977-09-29' }
  const fields = ['name', 'birthDate']
  expect(judge(other, proven, mostDifferences - 2)).toEqual({ event: 'differed', fields })
  expect(judge(other, proven, mostDifferences - 1)).toEqual({ event: 'differed-too-often', fields })
})

test('1-B② every state and event: an identified wallet is asked again once something changed, a refused one stays so', () => {
  const events = ['matched', 'differed', 'differed-too-often', 'changed'] as const
  const cells = states.map((state) => events.map((event) => stepWallet(state, event)))
  expect(cells).toEqual([
    ['identified', 'asked-again', 'refused', undefined],
    ['identified', 'asked-again', 'refused', undefined],
    [undefined, undefined, undefined, 'asked-again'],
    [undefined, undefined, undefined, undefined],
  ])
  expect(states.filter(mayApply)).toEqual(['opened', 'asked-again'])
})

test('1-B② a certificate of another name or address is noticed at the login, and what was not handed over says nothing', () => {
  const { name, address } = written
  expect(changedSince(written, {})).toEqual([])
  expect(changedSince(written, { name, address })).toEqual([])
  expect(changedSince(written, { name: '新姓　太郎', address })).toEqual(['name'])
  expect(changedSince(written, { address: '埼玉県例示市転居町9' })).toEqual(['address'])
})
