/** A counter in this process: two CAs that certify a card's keys at once. */
import { randomBytes, randomUUID } from 'node:crypto'
import { generateResident } from '@kazashi/card'
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  authenticationCommonName,
  issueCertificate,
  signingCommonName,
  softwareSigner,
  verifyCertificationRequest,
} from '@kazashi/pki'
import { nextRsaKey } from '../../../tools/rsa-keys/index.ts'
import type { Staff } from '../authority-staff.ts'
import { type Counter, newKey } from '../issue-card.ts'
import { BoxProblem } from '../problems.ts'

const random = (n: number): Uint8Array => new Uint8Array(randomBytes(n))
const serial = () => `11${Buffer.from(random(3)).toString('hex')}`
const today = new Date('2026-11-23T01:00:00Z')

async function newCa(purpose: CertificateKind) {
  const signer = await softwareSigner((await nextRsaKey()).privateKey, 'RS256')
  const certificate = await issueCertificate({
    profile: 'rootCa',
    purpose,
    publicKey: signer.publicKey,
    issuer: { signer },
    serialNumber: serial(),
    validity: {
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2036-01-01T14:59:59Z'),
    },
  })
  return { signer, certificate }
}

export async function smallCounter(): Promise<Counter> {
  const [signingCa, authenticationCa] = await Promise.all([
    newCa('signing'),
    newCa('authentication'),
  ])
  const validity = {
    notBefore: new Date('2026-11-01T00:00:00Z'),
    notAfter: new Date('2031-01-01T14:59:59Z'),
  }
  return {
    now: async () => today,
    async handOut({ resident, signing, authentication }) {
      const { municipality, birthDate, sex } = resident
      const key = async (der: Uint8Array) => (await verifyCertificationRequest(der)).publicKey
      return {
        cardExpiry: '2036-01-01',
        registered: { card: randomUUID(), person: randomUUID() },
        certificates: {
          signing:
            signing &&
            (await issueCertificate({
              profile: 'cardSigning',
              municipality,
              validity,
              serialNumber: serial(),
              publicKey: await key(signing),
              issuer: signingCa,
              commonName: signingCommonName(today, random),
              attributes: {
                name: 'A',
                address: 'B',
                birthDate,
                sex,
                nameFlags: '0',
                addressFlags: '0',
              },
            })),
          authentication: await issueCertificate({
            profile: 'cardAuthentication',
            municipality,
            validity,
            serialNumber: serial(),
            publicKey: await key(authentication),
            issuer: authenticationCa,
            commonName: authenticationCommonName(municipality.code, random),
            locations: { ocsp: 'http://localhost:1/pki/ocsp/authentication' },
          }),
          signingCa: signingCa.certificate,
          authenticationCa: authenticationCa.certificate,
        },
      }
    },
  }
}

/** Renews and releases as the counter hands out; writes down the calls of the telephone. */
export function smallStaff(counter: Counter): Staff & { readonly calls: string[] } {
  const resident = generateResident(1, today)
  const calls: string[] = []
  return {
    calls,
    renew: (_card, requests) => counter.handOut({ resident, ...requests }),
    release: async (_card, { signing }) => {
      if (signing === undefined) throw new BoxProblem('COUNTER_DECLINED', { detail: 'no key' })
      const authentication = (await newKey()).request
      const { certificates, ...answer } = await counter.handOut({
        resident,
        signing,
        authentication,
      })
      return { ...answer, certificates }
    },
    change: async (_person, { resident: changed, signing }) => {
      const authentication = (await newKey()).request
      return counter.handOut({ resident: changed, signing, authentication })
    },
    recordDeath: async () => undefined,
    suspend: async (_person, what, language) => {
      calls.push(`${what} ${language}`)
    },
  }
}
