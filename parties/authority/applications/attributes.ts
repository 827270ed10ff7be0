/**
 * 3-C: what an iPhone read from the card, against the register: it becomes the attribute proof, so it must be what the
 * register says now, not what an old card said. The face check is the app's word, and 'practice' only a sandbox's.
 */
import type { ApplicationStatement } from '@kazashi/phone'
import { residentOf } from '../database/people.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import { statementWindowMinutes } from '../signatures/signed.ts'

type Attributes = NonNullable<ApplicationStatement['attributes']>

function checkFace({ method, passedAt }: Attributes['faceCheck'], now: Date, sandbox: boolean) {
  const apart = Math.abs(now.getTime() - new Date(passedAt).getTime())
  const allowed = method === 'camera' || sandbox
  if (!allowed || apart > statementWindowMinutes * 60_000) {
    throw new AuthorityError('FACE_CHECK_INVALID')
  }
}

/** @throws {AuthorityError} FACE_CHECK_INVALID, ATTRIBUTES_MISMATCH (its detail names the attributes, never their values) */
export async function checkAttributes(
  unit: Unit,
  { sealing, sandbox }: Pick<Records, 'sealing' | 'sandbox'>,
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
