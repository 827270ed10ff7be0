/** After each change: what the resident reads in the app, what the portal answers to the phone, what openssl says. */
import {
  type CertificateKind,
  type CredentialState,
  type CredentialView,
  refreshFromAuthority,
} from '@kazashi/phone'
import { handIn, logIn, type SignedLogin } from './at-the-portal.ts'
import type { Step } from './course.ts'
import { type IssuedPair, ocspStatus, type Status } from './openssl-status.ts'
import type { World } from './scenario.ts'
import { ScenarioError } from './scenario-error.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'

export interface Seen {
  /** The state of the credential that the app shows. */
  readonly resident: CredentialState
  /** 'accepted', or the code it is refused with, by the portal or by the phone itself. */
  readonly portal: string
  /** A login that the phone signed before the change; without it the phone signs one now. */
  readonly signedBefore?: SignedLogin
  readonly openssl: { readonly [kind in CertificateKind]?: Status }
}

type Pairs = Readonly<Partial<Record<CertificateKind, IssuedPair>>>

/** The app's word for what OCSP says of the same certificate. */
function shownAs(status: Status): string {
  if (status === 'good' || status === 'unknown') return status
  const reason = status.slice('revoked: '.length)
  return reason === 'certificateHold' ? 'hold' : `revoked: ${reason}`
}

function checkApp(view: CredentialView | undefined, seen: Seen, step: Step): void {
  const state = view?.state ?? 'none'
  step.assert(
    state === seen.resident,
    `the app shows the credential as ${seen.resident}${state === seen.resident ? '' : `, not ${state}`}`,
  )
  for (const [kind, status] of Object.entries(seen.openssl)) {
    const one = view?.certificates.find((each) => each.kind === kind)
    const shown =
      one?.status === 'revoked' ? `revoked: ${one.reason ?? 'unspecified'}` : one?.status
    const expected = shownAs(status)
    const instead = shown === expected ? '' : `, not ${shown}`
    step.assert(
      shown === expected,
      `the app shows the ${kind} certificate as ${expected}${instead}`,
    )
  }
}

/** What the wallet says is what the signing certificate says (1-A②): they end, and are suspended, together. */
function checkAttributes(view: CredentialView | undefined, { openssl }: Seen, step: Step): void {
  if (view?.attributes === undefined || openssl.signing === undefined) return
  const [expected] = shownAs(openssl.signing).split(':')
  const instead = view.attributes === expected ? '' : `, not ${view.attributes}`
  step.assert(view.attributes === expected, `the app shows the attributes as ${expected}${instead}`)
}

async function checkOcsp(
  world: World,
  pairs: Pairs,
  expected: Seen['openssl'],
  step: Step,
): Promise<void> {
  for (const kind of ['signing', 'authentication'] as const) {
    const [wanted, pair] = [expected[kind], pairs[kind]]
    if (wanted === undefined) continue
    if (pair === undefined) throw new ScenarioError('ASSERTION_FAILED', `no ${kind} certificate`)
    const { status, by } = await ocspStatus(world, pair)
    const instead = status === wanted ? '' : `, not ${wanted}`
    step.assert(status === wanted, `${by} on the ${kind} certificate: ${status}${instead}`)
  }
}

/** @param row of what was done before @param name when this is looked at */
export const everyoneSees = (
  world: World,
  row: string,
  name: string,
  phone: ThePhone,
  seen: Seen,
): Promise<void> =>
  world.step(row, name, async (step) => {
    const pairs = phone.certificates()
    const { signedBefore } = seen
    const said = await (signedBefore === undefined
      ? logIn(world, phone)
      : handIn(world, signedBefore))
    const instead = said === seen.portal ? '' : ` (not ${said})`
    const login = seen.portal === 'accepted' ? 'is accepted' : `is refused: ${seen.portal}`
    step.assert(said === seen.portal, `login at the portal ${login}${instead}`)
    await checkOcsp(world, pairs, seen.openssl, step)
    const view = await phone.authority.currentCredential()
    checkApp(view, seen, step)
    checkAttributes(view, seen, step)
    step.assert(
      (view?.attributes !== undefined) === (phone.platform === 'iphone'),
      phone.platform === 'iphone' ? 'it has attributes' : 'an Android has no attributes',
    )
    const { credential } = await refreshFromAuthority(phone.phone, phone.authority)
    const over = seen.resident === 'ended' || seen.resident === 'replaced'
    step.assert(
      (credential === undefined) === over && credential?.suspended !== (seen.resident === 'active'),
      over ? 'the phone has erased what ended' : `the phone shows it as ${seen.resident}`,
    )
  })

/** What openssl says of these certificates, in use or not any more. */
export const opensslSees = (
  world: World,
  row: string,
  name: string,
  pairs: Pairs,
  expected: Seen['openssl'],
): Promise<void> => world.step(row, name, (step) => checkOcsp(world, pairs, expected, step))

export const opensslSeesCard = (
  world: World,
  row: string,
  name: string,
  { certificates }: Pick<TheCard, 'certificates'>,
  expected: Seen['openssl'],
): Promise<void> => opensslSees(world, row, name, certificates, expected)
