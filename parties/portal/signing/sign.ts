/** From 「スマホで署名して提出する」 to the receipt number: the document is made, signed at the gate, verified, and taken once. */
import { randomInt } from 'node:crypto'
import type { Trust } from '@kazashi/login'
import { equalBytes } from '@kazashi/octets'
import {
  type Client,
  type SigningClient,
  SigningProblem,
  SiteProblem,
  type Visitor,
} from '@kazashi/site'
import { forms } from '../applications/forms/index.ts'
import { formFaults } from '../applications/validate.ts'
import { type Applications, type Draft, documentIn } from '../database/applications.ts'
import type { AskedBefore } from '../database/asked.ts'
import type { Attachments } from '../database/attachments.ts'
import type { Events } from '../database/events.ts'
import { dayIn } from '../days.ts'
import { documentOf } from '../documents/render.ts'
import { PortalProblem } from '../problems.ts'
import { prepared } from './prepared.ts'
import { verified } from './verified.ts'

export interface SignNeeds {
  readonly trust: Trust
  readonly signing: SigningClient
  /** Led back to `/signed`. */
  readonly client: Client
  readonly applications: Applications
  readonly attachments: Attachments
  readonly asked: AskedBefore
  readonly events: Events
}

const numberDigits = 6
/** Tries for a receipt number that nobody has. */
const numberTries = 20

const receiptNumber = (letter: string, at: Date): string =>
  `${letter}-${dayIn(at).slice(0, 4)}-${randomInt(10 ** numberDigits)
    .toString()
    .padStart(numberDigits, '0')}`

/**
 * @returns where the browser goes
 * @throws {PortalProblem} APPLICATION_UNKNOWN, APPLICATION_TAKEN, APPLICATION_CHANGED, ANSWERS_INVALID {faults}
 * @throws {SiteProblem} GATE_UNAVAILABLE
 */
export async function beginSigning(
  needs: SignNeeds,
  { sub }: Visitor,
  id: string,
  language: string | undefined,
): Promise<URL> {
  const { applications, attachments, signing, client, events } = needs
  const draft = await applications.draft(sub, id)
  const form = forms[draft.procedure]
  const at = await needs.trust.now()
  const faults = formFaults(form, draft.answers, dayIn(at))
  if (faults.length > 0) throw new PortalProblem('ANSWERS_INVALID', { members: { faults } })
  const files = await attachments.all(id)
  const document = await documentOf({ form, answers: draft.answers, files, at })
  const { document: toSign } = await prepared(form, document, at)
  const { id: transaction } = await signing.begin([toSign])
  const order = {
    transaction,
    document: Buffer.from(document).toString('base64'),
    madeAt: at.toISOString(),
  }
  await applications.save(sub, draft, { answers: draft.answers, step: draft.step, order })
  const { location, asked } = await client.begin({ language, transaction })
  await needs.asked.keep(sub, id, { purpose: 'sign', ...asked })
  await events.add(sub, at, { kind: 'sign-asked', procedure: draft.procedure })
  return location
}

/** @returns the person of the phone that signed; undefined: nobody did, and the result says why */
async function signerOf(
  { client }: SignNeeds,
  callback: URL,
  asked: Parameters<Client['finish']>[1],
) {
  try {
    return (await client.finish(callback, asked)).sub
  } catch (error) {
    if (error instanceof SiteProblem && error.code === 'LOGIN_STOPPED') return undefined
    throw error
  }
}

async function take(needs: SignNeeds, sub: string, draft: Draft, signer: string | undefined) {
  const { applications, signing, events, trust } = needs
  const { order, procedure } = draft
  if (order === undefined) throw new PortalProblem('SIGN_OUTDATED')
  if (signer !== undefined && signer !== sub) {
    // Whoever signed gets nothing done by it.
    await signing.result(order.transaction).catch(() => undefined)
    throw new SigningProblem('SIGNER_OTHER')
  }
  const form = forms[procedure]
  const { document, finish } = await prepared(form, documentIn(order), new Date(order.madeAt))
  const { documents, certificate } = await signing.result(order.transaction)
  const [one] = documents
  if (one === undefined || documents.length !== 1 || !equalBytes(one.hash, document.hash))
    throw new SigningProblem('SIGNED_INVALID', { detail: 'another document' })
  const signed = finish(one.signature, certificate)
  const findings = await verified(trust, signed)
  const at = await trust.now()
  for (let tries = 0; tries < numberTries; tries += 1) {
    const number = receiptNumber(form.letter, at)
    if (!(await applications.submit(sub, draft, { number, at, signed, findings }))) continue
    await events.add(sub, at, { kind: 'submitted', procedure, number })
    return
  }
  throw new PortalProblem('APPLICATION_CHANGED')
}

/**
 * The browser is back from the gate. When this returns the application has been taken.
 * @throws {SigningProblem} SIGN_STOPPED, SIGN_CERTIFICATE_ENDED, SIGN_EXPIRED, SIGN_TAKEN, SIGNER_OTHER, SIGNED_INVALID
 * @throws {PortalProblem} SIGN_OUTDATED, APPLICATION_TAKEN, APPLICATION_CHANGED; {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
 */
export async function finishSigning(
  needs: SignNeeds,
  { sub }: Visitor,
  id: string,
  callback: URL,
  asked: Parameters<Client['finish']>[1],
): Promise<void> {
  const draft = await needs.applications.draft(sub, id)
  try {
    await take(needs, sub, draft, await signerOf(needs, callback, asked))
  } catch (error) {
    const code = String(Reflect.get(Object(error), 'code') ?? 'INTERNAL')
    const { procedure } = draft
    await needs.events.add(sub, await needs.trust.now(), { kind: 'sign-refused', procedure, code })
    throw error
  }
}
