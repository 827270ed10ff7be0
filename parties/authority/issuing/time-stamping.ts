/**
 * The sandbox's time-stamp authority (RFC 3161 §2.3): a key of its own, certified by the signing root of the generation in whose years it is. Made
 * when somebody asks for the first stamp of a generation, and kept: a stamp of before a restart names the same certificate.
 */
import { base64 } from '@kazashi/octets'
import {
  issueCertificate,
  type KeyStore,
  parseCertificate,
  type TimeStampAuthority,
} from '@kazashi/pki'
import { z } from 'zod'
import { lockGenerations } from '../database/certificate-authorities.ts'
import type { Database } from '../database/connection.ts'
import { readSetting, writeSetting } from '../database/settings.ts'
import { markOf } from '../operator/sandbox-names.ts'
import { drawnSerial, keyId, keyOf, matchingSigner } from './ca-keys.ts'
import type { CertificateAuthorities, CertificateAuthority } from './certificate-authorities.ts'

/** Our choice, in the test arc of the profiles. */
const timeStampPolicy = '1.2.392.200149.8.5.1.0.60'

const keyName = (generation: number) => keyId('time-stamping', generation)
const settingName = (generation: number) => `time-stamping-${generation}`
const Kept = z.base64().transform(base64.decode)

export class TimeStamping {
  readonly #db: Database
  readonly #keys: KeyStore
  readonly #organization: string
  readonly #authorities: CertificateAuthorities
  readonly #opened = new Map<number, Promise<TimeStampAuthority>>()

  constructor(options: {
    readonly db: Database
    readonly keys: KeyStore
    readonly organization: string
    readonly authorities: CertificateAuthorities
  }) {
    this.#db = options.db
    this.#keys = options.keys
    this.#organization = options.organization
    this.#authorities = options.authorities
  }

  /** @returns undefined: in no generation's years */
  async at(now: Date): Promise<TimeStampAuthority | undefined> {
    const root = (await this.#authorities.all()).findLast(({ kind, certificate }) => {
      const { notBefore, notAfter } = certificate.validity
      return kind === 'signing' && notBefore <= now && now <= notAfter
    })
    if (root === undefined) return undefined
    const { generation } = root
    const opened = this.#opened.get(generation) ?? this.#open(root)
    this.#opened.set(generation, opened)
    opened.catch(() => this.#opened.delete(generation))
    return opened
  }

  async #open(root: CertificateAuthority): Promise<TimeStampAuthority> {
    const { generation } = root
    const certificate = await this.#db.transaction().execute(async (trx) => {
      await lockGenerations(trx)
      const kept = await readSetting(trx, settingName(generation), Kept)
      if (kept) return kept
      const made = await this.#make(root)
      await writeSetting(trx, settingName(generation), base64.encode(made))
      return made
    })
    return {
      signer: await matchingSigner(this.#keys, keyName(generation), certificate),
      certificate: parseCertificate(certificate),
      certificates: [root.certificate],
      policy: timeStampPolicy,
      serialNumber: () => new Uint8Array(Buffer.from(drawnSerial(), 'hex')),
    }
  }

  async #make({ generation, certificate, signer }: CertificateAuthority): Promise<Uint8Array> {
    const { publicKey } = await keyOf(this.#keys, keyName(generation), 'RS256')
    return issueCertificate({
      profile: 'timeStamping',
      commonName: `${markOf(this.#organization)}time stamps`,
      publicKey,
      serialNumber: drawnSerial(),
      validity: certificate.validity,
      issuer: { certificate, signer },
    })
  }
}
