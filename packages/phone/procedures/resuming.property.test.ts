/** Whatever answers are lost and however often the app is closed: the way ends where it would have, and each thing was done once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Phone } from '../phone.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  cardSecrets,
  inReach,
  phoneSecrets,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, lostAnswer } from '../test-courses.ts'
import { openDraft, prepareApplication, setSecrets, signApplication } from './application.ts'
import { continueRequest } from './deletion.ts'
import { refreshFromAuthority } from './refresh.ts'
import { registerCredential } from './registration.ts'
import { revokeCertificates } from './revocation.ts'
import { submitApplication } from './signed-application.ts'
import { status } from './status.ts'
import { requestUnblocking, resetSecrets } from './unblocking.ts'

const kinds = ['authentication'] as const
const { authenticationPin } = phoneSecrets
const newPin = '9034'

type Card = Awaited<ReturnType<typeof smallCard>>
interface Place {
  readonly authority: SmallAuthority
  readonly card: Card
}

/** The next thing a resident would do, by what the phone says of itself. @returns false: the way is at its end */
async function goOn(
  phone: Phone,
  { authority, card }: Place,
  unblocked: boolean,
): Promise<boolean> {
  const { stage, application, request } = status(phone)
  switch (stage) {
    case 'empty': {
      if (phone.record.ended !== undefined) return false
      await prepareApplication(phone, authority, { kinds, consentVersion: '2026-11' })
      return true
    }
    case 'draft': {
      const draft = openDraft(phone)
      if (draft === undefined) throw new Error('no draft')
      await signApplication(draft, inReach(card), cardSecrets.signingPassword)
      return true
    }
    case 'signed':
      await setSecrets(phone, { authenticationPin })
      return true
    case 'secrets-set':
      await submitApplication(phone, authority)
      return true
    case 'applied':
      await registerCredential(phone, authority, application?.id ?? '')
      return true
    case 'registered':
      if (request?.action === 'unblock') {
        await resetSecrets(phone, authority, { authenticationPin: newPin })
      } else if (request?.action === 'revoke') await continueRequest(phone, authority)
      else if (!unblocked) await requestUnblocking(phone, authority, kinds, cardAtHand(card))
      else await revokeCertificates(phone, authority, kinds, { by: 'phone', secret: newPin })
      return true
  }
}

/** Trouble at a step: none, its answer is lost, the app is closed after it, or both. */
const fate = fc.record({ lost: fc.boolean(), closed: fc.boolean(), asks: fc.boolean() })
const steps = 8

test('2-C…2-F whatever answers are lost, the way ends with nothing on the phone and each thing done once', async () => {
  const authority = await smallAuthority()
  const place = { authority, card: await smallCard(authority) }
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: steps, maxLength: 2 * steps }), async (fates) => {
      const store = memoryPhoneStore()
      let phone = await somePhone(store)
      const before = authority.credentials.size
      authority.calls.length = 0
      let unblocked = false
      for (let step = 0; step < 6 * steps; step += 1) {
        const { lost, closed, asks } = fates[step] ?? { lost: false, closed: false, asks: false }
        authority.failAfterNext = lost ? lostAnswer() : undefined
        const unblocking = status(phone).request?.action === 'unblock'
        const answered = await goOn(phone, place, unblocked).then(
          () => true,
          (thrown: unknown) => {
            expect(thrown).toEqual(lostAnswer())
            return false
          },
        )
        if (unblocking && answered) unblocked = true
        authority.failAfterNext = undefined
        if (closed) phone = await somePhone(store)
        if (asks) await refreshFromAuthority(phone, authority)
        if (status(phone).stage === 'empty' && phone.record.ended !== undefined) break
      }
      expect(status(phone)).toMatchObject({ stage: 'empty', ended: { what: 'credential' } })
      expect(phone.record.installed).toEqual({})
      expect(phone.record.request?.sent ?? false).toBe(false)
      expect(authority.credentials.size).toBe(before + 1)
      for (const name of ['apply', 'register', 'revoke']) {
        const keys = authority.calls.filter((call) => call.startsWith(`${name} `))
        expect(new Set(keys).size).toBe(1)
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)
