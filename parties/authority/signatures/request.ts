/**
 * A request about an existing credential (2-F, 3-E, 3-F, a forgotten secret): a statement signed by the card or by the
 * phone. Verified outside, decided in one transaction, answered after its commit, and once for each idempotency key.
 */
import type { CertificateKind } from '@kazashi/lifecycle'
import { parseRequest, type RequestStatement } from '@kazashi/phone'
import type { z } from 'zod'
import type { CertificateRecord } from '../database/certificates.ts'
import type { CredentialRecord } from '../database/credentials.ts'
import { answerOnce } from '../database/idempotent.ts'
import { useNonce } from '../database/once.ts'
import type { Storage } from '../database/storage.ts'
import type { Unit } from '../database/transaction.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { checkFreshness, openSigned, type SignatureNeeds, within } from './signed.ts'
import { checkUsable, lockedSigner } from './signer.ts'

export type RequestNeeds = Storage & SignatureNeeds

export interface SignedRequest {
  /** CMS SignedData over the request statement, DER */
  readonly cms: Uint8Array
  readonly device: Device
  readonly idempotencyKey: string
}

/** Credential and action in the address of the call; the statement must say the same. */
export interface Wanted {
  readonly action: RequestStatement['action']
  readonly credential?: string
}

export interface Requested {
  readonly kinds: readonly CertificateKind[]
  /** In use just now; its person is locked till the end of the transaction. */
  readonly signer: CertificateRecord
  /** For the audit log. */
  readonly actor: string
}

async function verifyRequest(
  records: SignatureNeeds,
  { cms, device }: SignedRequest,
  wanted: Wanted,
) {
  const signed = await openSigned(records, cms)
  const statement = await within('STATEMENT_INVALID', () => parseRequest(signed.content))
  checkFreshness(statement, device, records.clock.now())
  if (statement.action !== wanted.action || statement.credential !== wanted.credential) {
    throw new AuthorityError('REQUEST_MISMATCH')
  }
  return { ...signed, statement }
}

/**
 * Does `work` once for a request that passes its checks.
 * @param schema of the answer; it is kept, so nothing secret or personal may be in it
 * @throws {AuthorityError} SIGNATURE_INVALID, …_CERTIFICATE_…, STATEMENT_…, NONCE_…, REQUEST_MISMATCH,
 * IDEMPOTENCY_KEY_REUSED, and the errors of `work`
 */
export async function onRequest<T>(
  records: RequestNeeds,
  request: SignedRequest,
  { wanted, schema }: { readonly wanted: Wanted; readonly schema: z.ZodType<T> },
  work: (unit: Unit, requested: Requested) => Promise<T>,
): Promise<T> {
  const actor = `device ${request.device.thumbprint}`
  const asked = new TextEncoder().encode(`${wanted.action} ${wanted.credential ?? ''}\n`)
  const bytes = new Uint8Array([...asked, ...request.cms])
  const keyed = { caller: actor, key: request.idempotencyKey, request: bytes }
  return answerOnce(
    records,
    { keyed, schema },
    () => verifyRequest(records, request, wanted),
    async (unit, verified) => {
      const signer = await lockedSigner(unit, records, verified)
      checkUsable(signer, unit.now)
      await useNonce(unit, verified.statement.nonce)
      return work(unit, { kinds: verified.statement.kinds, signer, actor })
    },
  )
}

/** @throws {AuthorityError} REQUEST_SIGNER_WRONG, CARD_OF_ANOTHER_PERSON */
export function checkCardOf(
  { carrier, kind, person }: CertificateRecord,
  owner: Pick<CredentialRecord, 'person'>,
): void {
  if (carrier !== 'card' || kind !== 'signing') throw new AuthorityError('REQUEST_SIGNER_WRONG')
  if (person !== owner.person) throw new AuthorityError('CARD_OF_ANOTHER_PERSON')
}

/**
 * The phone's own signature: of this very credential, and by its authentication key only where it has no signing one.
 * @param live kinds in use @throws {AuthorityError} REQUEST_SIGNER_WRONG
 */
export function checkPhoneOf(
  signer: CertificateRecord,
  { id }: Pick<CredentialRecord, 'id'>,
  live: readonly CertificateKind[],
): void {
  const weaker = signer.kind === 'authentication' && live.includes('signing')
  if (signer.credential !== id || weaker) throw new AuthorityError('REQUEST_SIGNER_WRONG')
}
