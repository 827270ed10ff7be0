/** The seals over the years of a sandbox's clock: a year before the first start to thirty after it (docs/decisions/0019). */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from '@kazashi/pki'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCode, signCode } from './code.ts'
import { beginningOf, generationAt, validityOf } from './seal-generations.ts'
import { openSeals, type Seal, type Seals } from './seals.ts'

const start = new Date('2026-11-28T01:02:03Z')
const year = 365.25 * 86_400_000
const inYears = (years: number) => new Date(start.getTime() + years * year)
const municipality = '13113'

test('1-B③ whenever the clock is, the generation that seals has begun, and lasts four years more at least', () => {
  const first = beginningOf(start)
  const clock = fc.double({ min: -0.9, max: 31, noNaN: true }).map(inYears)
  fc.assert(
    fc.property(clock, (now) => {
      const { notBefore, notAfter } = validityOf(first, generationAt(first, now))
      expect(notBefore <= now).toBe(true)
      expect(notAfter.getTime() - now.getTime()).toBeGreaterThan(4 * year)
    }),
  )
})

let folder: string
let seals: Seals
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-seals-'))
  seals = await openSeals(folder, start)
})
afterAll(() => rm(folder, { recursive: true }))

const codeBy = ({ keyId, signRaw }: Seal, issuedAt: Date) =>
  signCode(
    {
      issuer: municipality,
      number: '2026-13113-000001',
      issuedAt,
      type: 'seal',
      name: '例示\u3000太郎',
      birthDate: '1990-01-02',
      address: '東京都渋谷区見本町１－２－３',
      people: 1,
      text: '00112233445566778899aabbccddeeff',
    },
    { keyId, sign: signRaw },
  )

test('1-B③ thirty years on another generation seals, is kept, and the papers of the first are still found valid', async () => {
  const now = await seals.of(municipality, start)
  const early = await codeBy(now, start)
  const [later, same] = await Promise.all([
    seals.of(municipality, inYears(30)),
    seals.of(municipality, inYears(30)),
  ])
  expect(same).toBe(later)
  expect(later.certificate.validity.notBefore <= inYears(30)).toBe(true)
  expect(later.certificate.validity.notAfter >= inYears(30)).toBe(true)
  expect(later.keyId).not.toBe(now.keyId)
  expect((await seals.of(municipality, start)).keyId).toBe(now.keyId)
  const late = await codeBy(later, inYears(30))
  const opened = await openSeals(folder, inYears(30))
  for (const keys of [seals.keys(), opened.keys()])
    for (const code of [early, late])
      expect(await checkCode(code, keys)).toMatchObject({ verdict: 'valid', by: '渋谷区長' })
  expect((await opened.of(municipality, inYears(30))).keyId).toBe(later.keyId)
  const pem = (all: Seals) => all.authorities().map(({ der }) => toPem('CERTIFICATE', der))
  expect(pem(opened)).toEqual(pem(seals))
  expect(pem(seals)).toHaveLength(2)
})

test('the keys of each generation are in a file that nobody else can read', async () => {
  const names = await readdir(folder)
  expect(names.sort()).toEqual(['seals-8.json', 'seals.json'])
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
})
