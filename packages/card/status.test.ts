import { describe, expect, it } from 'vitest'
import { describeStatus, exactLengthStatus, statusWord, triesLeftStatus } from './status.ts'

describe('ISO 7816-4 §5.1.3 status words', () => {
  it('ISO 7816-4 §5.1.3 every named status word finds its name again', () => {
    for (const [name, sw] of Object.entries(statusWord)) expect(describeStatus(sw).name).toBe(name)
  })

  it('ISO 7816-4 §5.1.3 table 6 63Cx carries the tries left', () => {
    expect(triesLeftStatus(3)).toBe(0x63c3)
    expect(describeStatus(0x63c0)).toMatchObject({ name: 'triesLeft', value: 0 })
    expect(describeStatus(0x63cf)).toMatchObject({ name: 'triesLeft', value: 15 })
  })

  it('ISO 7816-4 §5.1.3 table 5 61xx and 6Cxx carry a length, 00 meaning 256', () => {
    expect(exactLengthStatus(256)).toBe(0x6c00)
    expect(describeStatus(0x6c1e)).toMatchObject({ name: 'exactLength', value: 30 })
    expect(describeStatus(0x6100)).toMatchObject({ name: 'bytesAvailable', value: 256 })
  })

  it('ISO 7816-4 §5.1.3 a status word without a name is still described', () => {
    expect(describeStatus(0x6f42)).toMatchObject({ sw: 0x6f42, name: 'other' })
  })
})
