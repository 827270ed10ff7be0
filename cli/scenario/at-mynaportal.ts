/** An application at the portal (1-B①): filled in step by step, signed with the phone, its document and receipt kept. */
import { answerLogin, openLoginRequest, sendLogin, signByPassword } from '@kazashi/phone'
import { z } from 'zod'
import { logInFor } from './at-the-portal.ts'
import type { PortalBrowser } from './portal-browser.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

export interface Application {
  readonly procedure: string
  /** Row and name of the step in the report. */
  readonly name: string
  /** Answers by step of the form. */
  readonly answers: Readonly<Record<string, object>>
  /** Name of the signed document. */
  readonly file: string
}

const begun = z.object({ id: z.string() })
const seen = z.looseObject({
  state: z.string(),
  version: z.int(),
  number: z.string().optional(),
  form: z.object({ steps: z.array(z.object({ name: z.string() })) }),
})

async function fillIn(browser: PortalBrowser, { procedure, answers }: Application) {
  const { id } = begun.parse(
    await (await browser.ask('POST', '/api/applications', { procedure })).json(),
  )
  const path = `/api/applications/${id}`
  let { version, form } = seen.parse(await (await browser.ask('GET', path)).json())
  for (const { name } of form.steps) {
    const body = { step: name, answers: answers[name] ?? {}, version, check: true }
    version = seen.parse(await (await browser.ask('PUT', path, body)).json()).version
  }
  return id
}

/** @returns the code that the page is told; null: it was taken */
async function signed(
  { sandbox }: World,
  { phone, pin, password }: ThePhone,
  browser: PortalBrowser,
  id: string,
): Promise<string | null> {
  const { code, appUrl, finish } = await browser.lead(`/applications/${id}/sign`)
  const link = new URL(appUrl).searchParams.get('request') ?? ''
  const request = await openLoginRequest(phone, link, sandbox.fetch)
  const response = await answerLogin(phone, request, pin(), { code })
  const beside = await signByPassword(phone, request, response, password())
  await sendLogin(request, response, sandbox.fetch, beside)
  return (await finish()).searchParams.get('came')
}

/** @returns what refuses it a second time */
export async function handInApplication(
  world: World,
  phone: ThePhone,
  application: Application,
): Promise<() => Promise<unknown>> {
  const browser = await logInFor(world, phone)
  const id = await world.step('1-B①', `${application.name}の入力`, async (step) => {
    const made = await fillIn(browser, application)
    step.assert(true, 'every step of the form is answered, and kept as a draft')
    return made
  })
  await world.step('1-B①', `${application.name}の署名と提出`, async (step) => {
    const came = await signed(world, phone, browser, id)
    step.assert(came === null, `it is signed with the phone and taken${came ? ` (${came})` : ''}`)
    const path = `/api/applications/${id}`
    const { state, number = '' } = seen.parse(await (await browser.ask('GET', path)).json())
    step.assert(state === 'received', 'its state is 受付済')
    step.fact('reference number', number)
    for (const [what, file] of [
      ['document', application.file],
      ['receipt', 'receipt.pdf'],
    ] as const) {
      const answer = await browser.ask('GET', `${path}/${what}`)
      step.assert(answer.ok, `the ${what === 'document' ? 'signed document' : what} is kept`)
      await world.files.document(file, new Uint8Array(await answer.arrayBuffer()))
    }
  })
  return async () => {
    const answer = await browser.ask('DELETE', `/api/applications/${id}`)
    if (!answer.ok) throw await answer.json()
  }
}
