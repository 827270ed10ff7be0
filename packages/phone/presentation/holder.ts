/** That the holder is there: by the PIN, or a finger or a face in its place, as for a login. Nothing is signed with that key here. */
import { openCard } from '@kazashi/card'
import type { Phone } from '../phone.ts'
import { withElement } from '../procedures/card-errors.ts'
import type { LoginProof } from '../procedures/login.ts'

/**
 * A wrong PIN spends a try; at one try left it is not compared unless `force` says so. Biometrics spend none.
 * @throws {PhoneError} SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY, BIOMETRICS_OFF, BIOMETRICS_WRONG
 */
export async function confirmHolder(
  phone: Pick<Phone, 'element'>,
  proof: LoginProof,
  { force = false }: { readonly force?: boolean } = {},
): Promise<void> {
  const transport = phone.element.transport()
  const holder =
    typeof proof === 'string' ? proof : () => transport.recognise(proof.biometricSecret)
  try {
    await withElement(() => openCard(transport).signer('authentication', holder, { force }))
  } finally {
    if (typeof proof !== 'string') proof.biometricSecret.fill(0)
    await transport.close()
  }
}
