/** Edge cases of signatures, of C2SP wycheproof: those of the algorithms by which certificates and documents are signed. */
import { hex } from '@kazashi/octets'
import { verifySignature } from '@kazashi/pki'
import { z } from 'zod'
import { type CaseResult, readJson, type Suite } from './suite.ts'

const inHex = z.string().refine(hex.is).transform(hex.decode)
const shape = z.object({
  testGroups: z.array(
    z.object({
      publicKeyDer: inHex,
      tests: z.array(
        z.object({
          tcId: z.number(),
          msg: inHex,
          sig: inHex,
          result: z.enum(['valid', 'invalid', 'acceptable']),
        }),
      ),
    }),
  ),
})

const files = [
  ['ES256', 'ecdsa_secp256r1_sha256_test.json'],
  ['ES384', 'ecdsa_secp384r1_sha384_test.json'],
  ['RS256', 'rsa_signature_2048_sha256_test.json'],
  ['PS256', 'rsa_pss_2048_sha256_mgf1_32_test.json'],
] as const

export const wycheproof: Suite = {
  name: 'wycheproof',
  title: 'RFC 5480, RFC 8017 §8: signatures by ECDSA, RSA PKCS #1 v1.5 and PSS',
  least: 1300,
  exceptions: {},
  async run(folder) {
    const results: CaseResult[] = []
    for (const [algorithm, file] of files) {
      const { testGroups } = readJson(folder, `wycheproof/${file}`, shape)
      for (const { publicKeyDer, tests } of testGroups)
        for (const { tcId, msg, sig, result } of tests) {
          const good = await verifySignature(publicKeyDer, algorithm, msg, sig)
          results.push({
            id: `${algorithm} ${tcId}`,
            agrees: result === 'acceptable' || good === (result === 'valid'),
            isWrongAccept: good && result === 'invalid',
            seen: good ? 'taken' : 'refused',
          })
        }
    }
    return results
  },
}
