/** XML signatures of others, with a known answer, judged case by case. Our different answers stand in one list, in `test-suite.ts`. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equalBytes } from '@kazashi/octets'
import { expect, type TestContext, test } from 'vitest'
import { find, withXml } from './document.ts'
import { hashes } from './hashes.ts'
import { coveredBy } from './references.ts'
import { signaturesOf } from './signature-element.ts'
import { readReference } from './signed-info.ts'
import { type JudgedCase, judgeXmlSuite, rowOf } from './test-suite.ts'
import { Work } from './work.ts'

const suites = process.env['KAZASHI_SUITES']
function folderOf(ctx: TestContext): string {
  if (suites === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  return join(suites, 'xmldsig')
}

test('XML Signature 1.1 §3.2 signatures of the W3C’s interop of 2012, of merlin, phaos and xmlsec: as expected but for the list, none accepted that is to be refused', async (ctx) => {
  const row = rowOf(await judgeXmlSuite(folderOf(ctx)))
  expect(row).toMatchObject({ cases: 35, failed: [], wrongAccepts: [], passed: 28, excepted: 7 })
  expect(row.refusedByPolicy).toBe(10)
  expect(row.exceptions).toHaveLength(row.excepted)
})

test('CONTRIBUTING a listed difference that begins to agree fails, and so does one that is not listed, and a wrong acceptance is told', () => {
  const one: JudgedCase = {
    id: 'merlin-c14n-three/signature.xml',
    isValid: true,
    isAccepted: true,
    refusedByPolicy: undefined,
    seen: 'accepted',
  }
  const forged = { ...one, id: 'forged.xml', isValid: false }
  const { failed, wrongAccepts } = rowOf([one, forged])
  expect(failed).toContain('merlin-c14n-three/signature.xml: accepted')
  expect(failed).toContain('forged.xml: accepted')
  expect(failed).toContain('merlin-exc-c14n-one/exc-signature.xml: not in the suite')
  expect(wrongAccepts).toEqual(['forged.xml'])
})

test('Exclusive XML Canonicalization §3 the digests of merlin’s references, with inclusive prefixes and with comments; its DSA is not looked at', (ctx) => {
  const file = join(folderOf(ctx), 'merlin-exc-c14n-one/exc-signature.xml')
  const seen = withXml(new Uint8Array(readFileSync(file)), new Work(), (opened) => {
    const [parts] = signaturesOf(opened)
    if (parts === undefined) return []
    return find(parts.signedInfo, '*[local-name() = "Reference"]').map((element) => {
      const reference = readReference(element, { allowSha1: true })
      const { octets } = coveredBy(opened, parts, reference, undefined)
      return equalBytes(hashes[reference.hash](octets), reference.digest)
    })
  })
  expect(seen).toEqual([true, true, true, true])
})
