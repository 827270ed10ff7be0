/** The portal and the phone (1-B①): a browser asks, the portal leads it to the gate, the phone answers there, the gate decides. */
import {
  answerLogin,
  type LoginRequest,
  openLoginRequest,
  type Phone,
  PhoneError,
  sendLogin,
} from '@kazashi/phone'
import { askForLogin, type PortalBrowser } from './portal-browser.ts'
import { ScenarioError } from './scenario-error.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

export interface AskedLogin {
  readonly browser: PortalBrowser
  readonly request: LoginRequest
}

/** An answer that the phone has signed and the gate has not seen yet. */
export interface SignedLogin extends AskedLogin {
  readonly cms: Uint8Array
}

/** ログイン in the browser, and the phone opens the address in the QR code. */
export async function askAndOpen({ sandbox }: World, phone: Phone): Promise<AskedLogin> {
  const browser = await askForLogin(sandbox.origins.portal, sandbox.fetch)
  const link = new URL(browser.appUrl).searchParams.get('request') ?? ''
  const request = await openLoginRequest(phone, link, sandbox.fetch)
  return { browser, request }
}

/** @throws {PhoneError} NOT_REGISTERED, SECRET_WRONG, SECRET_BLOCKED, LAST_TRY */
export async function signLogin(world: World, { phone, pin }: ThePhone): Promise<SignedLogin> {
  const asked = await askAndOpen(world, phone)
  return {
    ...asked,
    cms: await answerLogin(phone, asked.request, pin(), { code: asked.browser.code }),
  }
}

/** @returns 'accepted', or the code of the gate's refusal, which the browser that asked gets too */
export async function handIn({ sandbox }: World, signed: SignedLogin): Promise<string> {
  const outcome = await sendLogin(signed.request, signed.cms, sandbox.fetch)
  const { state, reason } = await signed.browser.state()
  const said = outcome.accepted ? 'accepted' : (outcome.problem?.code ?? String(outcome.status))
  const told = state === 'refused' ? reason?.code : state
  if (told !== said) {
    throw new ScenarioError('ASSERTION_FAILED', `the phone got ${said}, the browser ${told}`)
  }
  return said
}

/** The same answer a second time, as after a lost acknowledgement. @returns whether it is accepted */
export const sendAgain = async (
  { sandbox }: World,
  { request, cms }: SignedLogin,
): Promise<boolean> => (await sendLogin(request, cms, sandbox.fetch)).accepted

/** The whole login. @returns 'accepted', or the code of the phone's or the gate's refusal */
export async function logIn(world: World, phone: ThePhone): Promise<string> {
  try {
    return await handIn(world, await signLogin(world, phone))
  } catch (error) {
    if (error instanceof PhoneError) return error.code
    throw error
  }
}

/** The whole login. @returns its browser, logged in @throws {ScenarioError} ASSERTION_FAILED */
export const logInFor = (world: World, phone: ThePhone): Promise<PortalBrowser> =>
  world.step('1-B①', 'マイナポータルにログイン', async (step) => {
    const answer = await signLogin(world, phone)
    step.assert((await handIn(world, answer)) === 'accepted', 'the portal accepts the answer')
    const { sub } = await answer.browser.me()
    step.assert(sub !== '', 'the person is logged in')
    return answer.browser
  })
