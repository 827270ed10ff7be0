/** Verifying under damaged documents: a typed refusal, or what was signed as it was signed; never anything else, and never slowly. */
import { hex } from '@kazashi/octets'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { outcomeOf } from '../../../tools/code-of.ts'
import { DocumentError } from '../errors.ts'
import { signXml, verifyXmlSignature, type XmlSignature } from './index.ts'
import { changes, damaged } from './test-mutate.ts'
import { form, newXmlSigner, signedForm, signingTime, textOf, utf8 } from './test-signed.ts'

/** Of each document; more by the environment, for a night. */
const runs = Number(process.env['KAZASHI_XML_MUTATIONS'] ?? 200)
/** Milliseconds for one. */
const slowest = 200

const documents: string[] = []
beforeAll(async () => {
  const one = await newXmlSigner('ES384')
  const { signer, certificate } = one.holder
  const given = { signer, certificate, signedProperties: { signingTime } }
  documents.push(
    textOf(await signedForm(one)),
    textOf(await signedForm(one, 'part-1')),
    textOf(await signXml(form, { kind: 'enveloping', canonicalization: 'inclusive', ...given })),
  )
})

/** By whom, and what; where it stands, in an Object or not, may have changed, and is told. */
const told = (signatures: readonly XmlSignature[]) =>
  new Set(
    signatures.map(({ certificate, publicKey, algorithm, covers, signingTime: time }) =>
      JSON.stringify([
        certificate && hex.encode(certificate.der),
        hex.encode(publicKey),
        algorithm,
        time,
        covers.map(({ kind, octets }) => [kind.replace('object', 'element'), textOf(octets)]),
      ]),
    ),
  )

async function timed(xml: string) {
  const start = performance.now()
  const seen = await outcomeOf(() => verifyXmlSignature(utf8(xml)))
  return [seen, performance.now() - start] as const
}

test.each([0, 1, 2])(
  'XML Signature 1.1 §3.2 document %i damaged: refused by a code, or what was signed is told as it was',
  async (number) => {
    const original = documents[number] ?? ''
    const right = told(await verifyXmlSignature(utf8(original)))
    expect(right.size).toBe(1)
    let accepted = 0
    let longest = 0
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const xml = damaged(original, list)
        const [seen, took] = await timed(xml)
        // A loaded machine stops anything for a while: what was slow is measured again.
        const again = took > slowest ? [(await timed(xml))[1], (await timed(xml))[1]] : []
        longest = Math.max(longest, Math.min(took, ...again))
        if (seen instanceof Error) {
          expect(seen).toBeInstanceOf(DocumentError)
        } else {
          accepted++
          expect(told(seen)).toEqual(right)
        }
      }),
      { seed: 20261128, numRuns: runs },
    )
    expect(accepted).toBeLessThan(runs / 2)
    expect(longest).toBeLessThan(slowest)
  },
)
