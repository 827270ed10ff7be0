import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { sheetOf } from './contract.ts'
import { decide } from './decision.ts'
import { checkForm, type Form, form as formShape } from './form.ts'

const now = new Date('2026-11-23T01:00:00Z')
const form: Extract<Form, { product: 'deposit' }> = {
  product: 'deposit',
  name: '例示　太郎',
  address: '埼玉県例示市模擬通1-1-22',
  birthDate: '1977-09-28',
  telephone: '09012345678',
  purposes: ['salary'],
  occupation: 'employee',
  volume: 'under-100000',
  exposed: false,
  taxedElsewhere: false,
  forOthers: false,
  declares: true,
}
const { name, address, birthDate } = form
const zeros = (text: string) => '0'.repeat(Array.from(text).length)
const attributes = {
  name,
  address,
  birthDate,
  sex: 'male',
  nameFlags: zeros(name),
  addressFlags: zeros(address),
} as const

test('1-B② what is the same opens an account, and each thing that somebody has to look at is named', () => {
  expect(decide(form, { attributes }, now)).toMatchObject({ looks: [], substitutes: [] })
  const flagged = { ...attributes, nameFlags: '10000' }
  expect(decide({ ...form, name: '𠮷示　太郎' }, { attributes: flagged }, now)).toMatchObject({
    looks: ['name-substituted'],
    substitutes: ['例'],
  })
  const careful = { ...form, exposed: true, taxedElsewhere: true }
  expect(decide(careful, { attributes }, now).looks).toEqual(['exposed', 'taxed-elsewhere'])
})

test('1-B② what differs is named, field by field', async () => {
  const other = { ...form, address: '東京都架空市1-1', birthDate: '1977-09-29' }
  const attempt = async () => decide(other, { attributes }, now)
  expect(await codeOf(attempt())).toBe('ATTRIBUTES_DIFFER')
  await expect(attempt()).rejects.toMatchObject({ members: { reason: 'address,birthDate' } })
})

test('1-B② the eighteenth birthday is the first day on which somebody opens an account alone', async () => {
  const at = (day: string) => new Date(`${day}T00:00:00+09:00`)
  const born = { ...form, birthDate: '2008-11-24' }
  const attempt = async (moment: Date) => checkForm(born, moment)
  expect(await codeOf(attempt(new Date(at('2026-11-24').getTime() - 1)))).toBe('GUARDIAN_NEEDED')
  await expect(attempt(at('2026-11-24'))).resolves.toBeUndefined()
  expect(await codeOf(attempt(at('2008-11-23')))).toBe('GUARDIAN_NEEDED')
})

test('1-B② a securities account asks what a broker asks, looks at insiders, and is opened for nobody under 18', async () => {
  const { purposes: _, volume: __, ...everybody } = form
  const securities: Form = {
    ...everybody,
    product: 'securities',
    taxAccount: 'withheld',
    nisa: true,
    aim: 'balance',
    experience: 'none',
    insider: false,
  }
  expect(decide(securities, { attributes }, now).looks).toEqual([])
  expect(decide({ ...securities, insider: true }, { attributes }, now).looks).toEqual(['insider'])
  const minor = { ...securities, birthDate: '2008-11-24' }
  const attempt = async () => checkForm(minor, new Date('2026-11-23T12:00:00+09:00'))
  expect(await codeOf(attempt())).toBe('MINOR_ACCOUNT_OFFLINE')
  const { contract, reason } = sheetOf({
    form: securities,
    number: 'B1',
    madeAt: now.toISOString(),
  })
  expect(reason).toBe('証券口座開設の申し込み')
  const words = contract.sections.flatMap(({ lines }) => lines).join('')
  expect(words).toContain('マイナンバーは電子証明書に入っていない')
  expect(words).toContain('一人ひとつ')
})

test('1-B② each purpose is chosen once', () => {
  const chosen = (purposes: string[]) => formShape.safeParse({ ...form, purposes }).success
  expect(chosen(['salary', 'living'])).toBe(true)
  expect(chosen(['salary', 'salary'])).toBe(false)
  expect(chosen([])).toBe(false)
})
