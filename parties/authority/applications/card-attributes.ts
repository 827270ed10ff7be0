/**
 * 3-C: the attributes an iPhone read from the card, against the register: they become the attribute proof, so they must be what
 * the register says now, not an old card. The face check rests on the app's word; what is practice is taken in a sandbox only.
 */
import { createPublicKey } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { type ApplicationStatement, jwkThumbprint } from '@kazashi/phone'
import { residentOf } from '../database/people.ts'
import type { Unit } from '../database/transaction.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { statementWindowMinutes } from '../signatures/signed.ts'

type Attributes = NonNullable<ApplicationStatement['attributes']>

export interface CardAttributeNeeds {
  readonly sealing: Sealing
  /** A face check by practice or on a practice person is accepted. */
  readonly sandbox: boolean
}

/** @throws {AuthorityError} FACE_CHECK_INVALID */
export function checkFace(
  { method, passedAt }: Attributes['faceCheck'],
  now: Date,
  sandbox: boolean,
) {
  const apart = Math.abs(now.getTime() - new Date(passedAt).getTime())
  const allowed = method === 'camera' || sandbox
  if (!allowed || apart > statementWindowMinutes * 60_000) {
    throw new AuthorityError('FACE_CHECK_INVALID')
  }
}

/**
 * The key that the attributes are bound to; it is used for nothing else, so not the one that proves the device.
 * @returns SubjectPublicKeyInfo, DER
 * @throws {AuthorityError} STATEMENT_INVALID: no point of P-256; KEY_USED
 */
export function holderKeyOf({ holderKey }: Attributes, { thumbprint }: Device): Uint8Array {
  if (jwkThumbprint(holderKey) === thumbprint) throw new AuthorityError('KEY_USED')
  try {
    const key = createPublicKey({ key: holderKey, format: 'jwk' })
    return new Uint8Array(key.export({ format: 'der', type: 'spki' }))
  } catch (cause) {
    throw new AuthorityError('STATEMENT_INVALID', { detail: 'attributes.holderKey', cause })
  }
}

/** @throws {AuthorityError} FACE_CHECK_INVALID, ATTRIBUTES_MISMATCH (its detail names the attributes, never their values) */
export async function checkAttributes(
  unit: Unit,
  { sealing, sandbox }: CardAttributeNeeds,
  person: string,
  { card, faceCheck }: Attributes,
): Promise<void> {
  checkFace(faceCheck, unit.now, sandbox)
  const resident = await residentOf(unit.trx, sealing, person)
  const names = ['name', 'address', 'birthDate', 'sex', 'myNumber'] as const
  const apart = names.filter((name) => card[name] !== resident[name])
  if (apart.length > 0)
    throw new AuthorityError('ATTRIBUTES_MISMATCH', { detail: apart.join(', ') })
}
