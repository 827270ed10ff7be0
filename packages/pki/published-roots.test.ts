/** The roots that are published for today's cards: our parser and profile must agree with them. They are not part of the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equalBytes, hex } from '@kazashi/octets'
import { type AsnArray, AsnConvert } from '@peculiar/asn1-schema'
import * as asn1 from '@peculiar/asn1-x509'
import { describe, expect, test } from 'vitest'
import { encodeCertificate, parseCertificate } from './certificate.ts'
import { oids } from './oids.ts'
import { validatePath } from './path.ts'
import { fromPem } from './pem.ts'
import { profiles } from './profiles/index.ts'

const folder = process.env['KAZASHI_CARD_CA_ROOTS']
const noFolder = 'KAZASHI_CARD_CA_ROOTS names no folder with the published roots'

/** By serial number and key identifier: from the published fingerprint lists. */
const published: Readonly<
  Record<string, readonly [serial: string, notBefore: string, notAfter: string]>
> = {
  '0d034cbb34d0714f45e45a1cafd8fd143fab54a7': ['01', '2015-10-20', '2025-10-19'],
  '4de017de4b7f473dcd867a62d38b134ace83558a': ['0132c4ab', '2019-09-14', '2029-09-14'],
  d21ea55895617e93adbf966b941ab4edf653f08f: ['067c6a21', '2023-07-16', '2033-07-15'],
  '9567951b5ca70d84a0fff1d85a87f1aab1340385': ['01', '2015-10-20', '2025-10-19'],
  '8cd5586a891485e559379b7e29d410cfd28b3593': ['0133c349', '2019-09-14', '2029-09-14'],
  '1ac100f596a3bc8c4b3df195e32699249e9e308a': ['06d18006', '2023-07-16', '2033-07-15'],
}

function roots(path: string): Uint8Array[] {
  return readdirSync(path)
    .filter((name) => /\.(pem|cer)$/.test(name))
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(join(path, name)))
      return bytes[0] === 0x30 ? bytes : fromPem('CERTIFICATE', new TextDecoder().decode(bytes))
    })
}

describe('the published roots', () => {
  test('RFC 5280 §4.1 they parse and encode again byte for byte', (ctx) => {
    if (folder === undefined) return ctx.skip(noFolder)
    const all = roots(folder)
    expect(all.length).toBeGreaterThan(0)
    for (const der of all)
      expect(equalBytes(encodeCertificate(parseCertificate(der)), der)).toBe(true)
  })

  test('RFC 5280 §4.1.2 serial number, validity and key identifier are the published ones', (ctx) => {
    if (folder === undefined) return ctx.skip(noFolder)
    for (const der of roots(folder)) {
      const { ski, serialNumber, validity, aki } = parseCertificate(der)
      const [serial, first, last] = published[ski ?? ''] ?? []
      expect(serialNumber).toBe(serial)
      expect(validity.notBefore.toISOString().slice(0, 10)).toBe(first)
      expect(validity.notAfter.toISOString()).toBe(`${last}T14:59:59.000Z`)
      expect(aki).toBeUndefined()
    }
  })

  test('RFC 5280 §4.2 their extensions stand in the order of our profile', (ctx) => {
    if (folder === undefined) return ctx.skip(noFolder)
    const wanted = profiles.rootCa.extensions.map(({ id, critical }) => ({
      oid: oids[id],
      critical,
    }))
    for (const der of roots(folder)) {
      const root = parseCertificate(der)
      expect(root.extensions.map(({ oid, critical }) => ({ oid, critical }))).toEqual(wanted)
      expect(root.keyUsage).toEqual(['keyCertSign', 'cRLSign'])
      expect(root.subject.attributes.map(([type]) => type)).toEqual(profiles.rootCa.subject)
      expect(root.subjectDirectoryNames[0]?.attributes[1]).toEqual(['O', '公的個人認証サービス'])
    }
  })

  test('RFC 5280 §4.1 another parser reads the same', (ctx) => {
    if (folder === undefined) return ctx.skip(noFolder)
    for (const der of roots(folder)) {
      const ours = parseCertificate(der)
      const theirs = AsnConvert.parse(der, asn1.Certificate).tbsCertificate
      expect(hex.encode(new Uint8Array(theirs.serialNumber)).replace(/^(00)+(?=..)/, '')).toBe(
        ours.serialNumber,
      )
      expect(theirs.validity.notAfter.getTime()).toEqual(ours.validity.notAfter)
      const extensions: AsnArray<asn1.Extension> | undefined = theirs.extensions
      expect(extensions?.map(({ extnID }) => extnID)).toEqual(ours.extensions.map(({ oid }) => oid))
    }
  })

  test('RFC 5280 §4.2.1.1 roots of one name are told apart: each is found by its own key only', async (ctx) => {
    if (folder === undefined) return ctx.skip(noFolder)
    const all = roots(folder).map(parseCertificate)
    for (const root of all) {
      const now = root.validity.notBefore
      const path = await validatePath({ certificate: root, anchors: all, now })
      expect(path.anchor.ski).toBe(root.ski)
    }
  })
})
