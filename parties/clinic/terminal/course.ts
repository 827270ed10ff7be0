/** The steps of a visit: proof, question, consents, reception. What was acknowledged is in the database. */
import type { Sealing } from '@kazashi/database'
import { CodedError } from '@kazashi/errors'
import type { Trust } from '@kazashi/login'
import type { Practice } from '../eligibility/membership.ts'
import { EligibilityProblem } from '../eligibility/problems.ts'
import { verifyProof } from '../eligibility/proof.ts'
import type { Eligibility } from '../eligibility/service.ts'
import type { Asker } from '../eligibility/statement.ts'
import { tokenOf } from '../eligibility/tokens.ts'
import type { Answer, Proof } from '../eligibility/wire.ts'
import type { Database } from '../facility/connection.ts'
import type { Consents } from '../facility/consents.ts'
import { type Facility, practiseNext } from '../facility/facilities.ts'
import { changedFrom, firstVisitRefused, outcomeOf } from '../facility/outcome.ts'
import { seenBefore } from '../facility/patients.ts'
import { receive } from '../facility/receptions.ts'
import { VisitProblem } from './problems.ts'
import type { Visit } from './visits.ts'

export interface CourseNeeds {
  readonly db: Database
  readonly sealing: Sealing
  readonly trust: Trust
  readonly eligibility: Eligibility
  readonly asker: Asker
}

/** Nobody could say who it is: the eligibility service is down, or the register behind it. */
const isDown = (error: unknown): boolean =>
  error instanceof EligibilityProblem &&
  (error.code === 'ELIGIBILITY_UNAVAILABLE' || error.code === 'REGISTER_UNAVAILABLE')

async function orDown(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isDown(error)) return undefined
    throw error
  }
}

const lastInsurer = (last: Awaited<ReturnType<typeof seenBefore>>) => last?.insurer ?? undefined

interface Known {
  readonly facility: Facility
  readonly visit: Visit
  readonly proof: Proof
  readonly answer: Answer | undefined
}

/** Writes it down, and lets the visit say so. */
async function finish(
  { db, sealing, trust }: CourseNeeds,
  { facility, visit, proof, answer }: Known,
  consents: Consents | undefined,
): Promise<void> {
  const last = answer && (await seenBefore(db, sealing, facility.id, answer.patient))
  const outcome = outcomeOf(answer, lastInsurer(last))
  const before = answer && changedFrom(answer, lastInsurer(last))
  const contents = {
    device: visit.device,
    way: proof.kind,
    ...(answer ? { answer } : { proof }),
    ...(before && { before }),
  }
  const now = await trust.now()
  const number = await receive(
    { db, sealing },
    { id: visit.id, facility: facility.id, outcome, contents, consents, now },
  )
  visit.state = { name: 'received', received: { outcome, number, answer, before } }
}

/** @throws {VisitProblem} DEVICE_OTHER, FIRST_VISIT_CARD; as `Eligibility.answer` */
async function ask(needs: CourseNeeds, facility: Facility, visit: Visit, proof: Proof) {
  const { db, sealing, eligibility } = needs
  const practice: Practice | undefined = facility.practice
  const token = tokenOf(sealing, facility.id)
  const question = { proof, limits: false, ...(practice && { practice }) }
  const answer = await orDown(eligibility.answer(token, question))
  if (practice !== undefined) await practiseNext(db, facility.id, undefined)
  const known = { facility, visit, proof, answer }
  if (answer === undefined) return finish(needs, known, undefined)
  if ((answer.carrier === 'card') !== (visit.device === 'card'))
    throw new VisitProblem('DEVICE_OTHER')
  const last = await seenBefore(db, sealing, facility.id, answer.patient)
  if (firstVisitRefused(facility, answer.carrier, last !== undefined))
    throw new VisitProblem('FIRST_VISIT_CARD')
  if (answer.state !== 'insured') return finish(needs, known, undefined)
  visit.state = { name: 'consents', proof, answer, last, practice }
}

/**
 * A proof was brought. The face that the reception is to compare waits for it.
 * @throws {VisitProblem} VISIT_STEP, DEVICE_OTHER, FIRST_VISIT_CARD; {VerifyError}; {LoginProblem} TRUST_UNAVAILABLE
 */
export async function prove(
  needs: CourseNeeds,
  facility: Facility,
  visit: Visit,
  proof: Proof,
): Promise<void> {
  if (visit.state.name !== 'open') throw new VisitProblem('VISIT_STEP')
  await verifyProof(needs.trust, needs.asker, proof)
  if (proof.kind === 'eye') visit.state = { name: 'eye', proof }
  else await ask(needs, facility, visit, proof)
}

/** The reception has compared the face. What refuses the patient then is said at the terminal. @throws {VisitProblem} VISIT_STEP */
export async function seen(
  needs: CourseNeeds,
  facility: Facility,
  visit: Visit,
  same: boolean,
): Promise<void> {
  if (visit.state.name !== 'eye') throw new VisitProblem('VISIT_STEP')
  const { proof } = visit.state
  try {
    if (!same) throw new VisitProblem('EYE_REFUSED')
    await ask(needs, facility, visit, proof)
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    visit.state = { name: 'refused', code: error.code }
  }
}

/**
 * The patient has answered, and is received. Repeated, it changes nothing.
 * @throws {VisitProblem} VISIT_STEP
 */
export async function agree(
  needs: CourseNeeds,
  facility: Facility,
  visit: Visit,
  consents: Consents,
): Promise<void> {
  if (visit.state.name === 'received') return
  if (visit.state.name !== 'consents') throw new VisitProblem('VISIT_STEP')
  const { proof, answer: first, practice } = visit.state
  const token = tokenOf(needs.sealing, facility.id)
  const question = { proof, limits: true, ...(practice && { practice }) }
  const withLimit = consents.limits
    ? await lateAnswer(needs.eligibility.answer(token, question))
    : undefined
  await finish(needs, { facility, visit, proof, answer: withLimit ?? first }, consents)
}

/** The class of the limit is told beside; without it the patient is received all the same. */
async function lateAnswer(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof CodedError) return undefined
    throw error
  }
}
