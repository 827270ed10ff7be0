/** The digests of a signature of others whose key is of a kind that is not used here. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equalBytes } from '@kazashi/octets'
import { expect, type TestContext, test } from 'vitest'
import { find, withXml } from './document.ts'
import { hashes } from './hashes.ts'
import { coveredBy } from './references.ts'
import { signaturesOf } from './signature-element.ts'
import { readReference } from './signed-info.ts'
import { Work } from './work.ts'

const suites = process.env['KAZASHI_SUITES']
function folderOf(ctx: TestContext): string {
  if (suites === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  return join(suites, 'xmldsig')
}

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
