/** A program that nobody here wrote verifies what is signed here: xmlsec1, of Debian. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toPem } from '@kazashi/pki'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dsig, xades } from './names.ts'
import { signXml, type XmlSignOptions } from './sign.ts'
import { algorithms, form, newXmlSigner, signingTime, textOf, utf8 } from './test-signed.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-xml-'))
  await writeFile(join(folder, 'data.bin'), 'octets elsewhere')
})
afterAll(() => rm(folder, { recursive: true }))

/** `OK`, or why not. */
async function xmlsecSays(xml: Uint8Array, root: Uint8Array): Promise<string> {
  await writeFile(join(folder, 'document.xml'), xml)
  await writeFile(join(folder, 'root.pem'), toPem('CERTIFICATE', root))
  const ids = [`${dsig}:Object`, `${xades}:SignedProperties`, 'urn:example:part:Part'].flatMap(
    (one) => ['--id-attr:Id', one],
  )
  const time = ['--verification-time', '2026-11-23 02:00:00']
  const judged = ['--verify', ...ids, '--trusted-pem', 'root.pem', ...time, 'document.xml']
  return promisify(execFile)('xmlsec1', judged, { cwd: folder }).then(
    ({ stdout, stderr }) => {
      const said = `${stdout}${stderr}`
      return said.match(/^(Verification status: )?OK$/m) ? 'OK' : said
    },
    (error: unknown) => `refused: ${String(error)}`,
  )
}

const octets = utf8('octets elsewhere')
const kinds: readonly [name: string, XmlSignOptions, changed: (xml: string) => string][] = [
  ['the whole document', { kind: 'enveloped' }, (xml) => xml.replace('80000', '10000')],
  [
    'an element in which the signature stands',
    { kind: 'enveloped', covers: 'part-1', parent: { id: 'part-1' } },
    (xml) => xml.replace('80000', '10000'),
  ],
  [
    'an element beside the signature',
    { kind: 'enveloped', covers: 'part-1' },
    (xml) => xml.replace('80000', '10000'),
  ],
  ['an Object', { kind: 'enveloping' }, (xml) => xml.replace('80000', '10000')],
  [
    'octets elsewhere',
    { kind: 'detached', references: [{ uri: 'data.bin', octets }] },
    (xml) => xml.replace(/<ds:DigestValue>./, '<ds:DigestValue>!'),
  ],
]

describe.each(algorithms)('XML Signature 1.1 §3.2 xmlsec1 and %s', (algorithm) => {
  test.each(kinds)(
    'XML Signature 1.1 §3.2 %s: accepted in both forms, with and without signed properties; a changed one refused',
    async (_, options, changed) => {
      const { ca, holder } = await newXmlSigner(algorithm)
      for (const canonicalization of ['exclusive', 'inclusive'] as const)
        for (const signedProperties of [undefined, { signingTime }]) {
          const { signer, certificate } = holder
          const given = { ...options, canonicalization, signer, certificate, signedProperties }
          const xml = await signXml(options.kind === 'detached' ? undefined : form, given)
          expect(await xmlsecSays(xml, ca.certificate.der)).toBe('OK')
          const other = utf8(changed(textOf(xml)))
          expect(await xmlsecSays(other, ca.certificate.der)).toMatch(/^refused/)
        }
    },
  )
})
