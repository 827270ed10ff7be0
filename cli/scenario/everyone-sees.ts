/** After each change: the resident's view in the app, the portal's answer to the phone, the status by openssl. */
import {
  type CertificateKind,
  type CredentialState,
  certificateKinds,
  type PhonePlatform,
} from '@kazashi/lifecycle'
import { type CredentialView, refreshFromAuthority } from '@kazashi/phone'
import { handIn, logIn, type SignedLogin } from './at-the-portal.ts'
import type { Step } from './course.ts'
import { type IssuedPair, ocspStatus, type Status } from './openssl-status.ts'
import { ScenarioError } from './scenario-error.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

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

/** The app's word for the OCSP status of the same certificate. */
function shownAs(status: Status): string {
  if (status === 'good' || status === 'unknown') return status
  const reason = status.slice('revoked: '.length)
  return reason === 'certificateHold' ? 'hold' : `revoked: ${reason}`
}

/** Where they differ, the sentence adds the value found. */
const same = (step: Step, got: string | undefined, wanted: string, sentence: string): void =>
  step.assert(got === wanted, got === wanted ? sentence : `${sentence}, but it was ${got}`)

function checkApp(view: CredentialView | undefined, seen: Seen, step: Step): void {
  same(step, view?.state, seen.resident, `the app shows the credential as ${seen.resident}`)
  for (const [kind, status] of Object.entries(seen.openssl)) {
    const one = view?.certificates.find((each) => each.kind === kind)
    const revoked = one?.status === 'revoked' && `revoked: ${one.reason ?? 'unspecified'}`
    const expected = shownAs(status)
    const shown = revoked || one?.status
    same(step, shown, expected, `the app shows the ${kind} certificate as ${expected}`)
  }
}

/** The attributes in the wallet follow the signing certificate (1-A②): both end, and are suspended, together. */
function checkAttributes(
  view: CredentialView | undefined,
  seen: Seen,
  platform: PhonePlatform,
  step: Step,
): void {
  if (platform === 'android') {
    step.assert(view?.attributes === undefined, 'there are no attributes on an Android')
    return
  }
  const [expected = ''] = shownAs(seen.openssl.signing ?? 'good').split(':')
  same(step, view?.attributes, expected, `the app shows the attributes as ${expected}`)
}

async function checkOcsp(
  world: World,
  pairs: Pairs,
  expected: Seen['openssl'],
  step: Step,
): Promise<void> {
  for (const kind of certificateKinds) {
    const [wanted, pair] = [expected[kind], pairs[kind]]
    if (wanted === undefined) continue
    if (pair === undefined) throw new ScenarioError('ASSERTION_FAILED', `no ${kind} certificate`)
    const { status, by } = await ocspStatus(world, pair)
    same(step, status, wanted, `${by} on the ${kind} certificate: ${wanted}`)
  }
}

/** @param row of the change before @param name the moment of this look */
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
    const login = seen.portal === 'accepted' ? 'is accepted' : `is refused: ${seen.portal}`
    same(step, said, seen.portal, `login at the portal ${login}`)
    await checkOcsp(world, pairs, seen.openssl, step)
    const view = await phone.authority.currentCredential()
    checkApp(view, seen, step)
    checkAttributes(view, seen, phone.platform, step)
    const { credential } = await refreshFromAuthority(phone.phone, phone.authority)
    const over = seen.resident === 'ended' || seen.resident === 'replaced'
    step.assert(
      (credential === undefined) === over && credential?.suspended !== (seen.resident === 'active'),
      over ? 'the phone has erased the ended credential' : `the phone shows it as ${seen.resident}`,
    )
  })

/** The status by openssl of these certificates, in use or ended. */
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
