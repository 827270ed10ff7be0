/** Applications of the person logged in: begun, filled in step by step, withdrawn; what was taken is read and downloaded. */
import { z } from 'zod'
import { faultWords } from '../applications/fault-words.ts'
import { answersShape, procedures } from '../applications/form.ts'
import { forms } from '../applications/forms/index.ts'
import { stepFaults, tidyAnswers } from '../applications/validate.ts'
import { dayIn } from '../days.ts'
import { receiptOf } from '../documents/render.ts'
import { PortalProblem } from '../problems.ts'
import { type PersonNeeds, visitorOf } from './needs.ts'
import { applicationLine, applicationView, formView } from './views.ts'

const one = z.strictObject({ id: z.uuid() })
const begun = z.strictObject({ procedure: z.enum(procedures) })
const saved = z.strictObject({
  step: z.string().max(40),
  answers: answersShape,
  /** As the page read it. */
  version: z.int(),
  /** Goes on, and is looked at; without, it is kept as it is. */
  check: z.boolean(),
})

export function applicationRoutes(needs: PersonNeeds): void {
  const { app, trust, applications, attachments } = needs

  const view = async (sub: string, id: string) => {
    const application = await applications.find(sub, id)
    return applicationView(application, await attachments.all(id), await trust.now())
  }

  app.get('/api/procedures', async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const now = await trust.now()
    const all = await applications.all(sub)
    return {
      procedures: procedures.map((name) => formView(forms[name])),
      applications: all.map((application) => applicationLine(application, now)),
    }
  })

  app.post('/api/applications', { schema: { body: begun } }, async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const { procedure } = request.body
    const [first] = forms[procedure].steps
    const id = await applications.begin(sub, procedure, first?.name ?? '')
    return reply.code(201).send({ id })
  })

  app.get('/api/applications/:id', { schema: { params: one } }, async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    return view(sub, request.params.id)
  })

  app.put(
    '/api/applications/:id',
    { schema: { params: one, body: saved } },
    async (request, reply) => {
      const { sub } = await visitorOf(needs, request, reply)
      const { id } = request.params
      const { step: name, answers: given, version, check } = request.body
      const draft = await applications.draft(sub, id)
      const form = forms[draft.procedure]
      const at = form.steps.findIndex((one) => one.name === name)
      const step = form.steps[at]
      if (step === undefined) throw new PortalProblem('APPLICATION_UNKNOWN')
      if (draft.version !== version) throw new PortalProblem('APPLICATION_CHANGED')
      const answers = { ...draft.answers, ...tidyAnswers(step, given) }
      const today = dayIn(await trust.now())
      const faults = check ? stepFaults(form, step, answers, today) : []
      const next = faults.length === 0 && check ? (form.steps[at + 1]?.name ?? 'review') : name
      // What is being signed is not what stands here any more: the order goes.
      await applications.save(sub, draft, { answers, step: next })
      if (faults.length > 0) {
        const told = faults.map(({ field, fault }) => ({ field, fault, words: faultWords[fault] }))
        throw new PortalProblem('ANSWERS_INVALID', {
          members: { faults: told, version: draft.version + 1 },
        })
      }
      return view(sub, id)
    },
  )

  app.delete('/api/applications/:id', { schema: { params: one } }, async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    await applications.withdraw(sub, request.params.id)
    return reply.code(204).send()
  })

  app.get('/api/applications/:id/document', { schema: { params: one } }, async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const { id } = request.params
    const { procedure } = await applications.find(sub, id)
    const signed = await applications.signedDocument(sub, id)
    const { format } = forms[procedure]
    reply.header('content-disposition', `attachment; filename="${procedure}.${format}"`)
    return reply.type(`application/${format}`).send(Buffer.from(signed))
  })

  app.get('/api/applications/:id/receipt', { schema: { params: one } }, async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const found = await applications.find(sub, request.params.id)
    if (found.state !== 'submitted') throw new PortalProblem('APPLICATION_UNKNOWN')
    const { findings, answers, procedure, receiptNumber, submittedAt } = found
    const receipt = await receiptOf({
      form: forms[procedure],
      answers,
      files: await attachments.all(found.id),
      at: submittedAt,
      number: receiptNumber,
      signer: findings.signer,
      certificateSerial: findings.serial,
      certificateEnds: new Date(findings.notAfter),
      sha256: findings.sha256,
    })
    reply.header('content-disposition', `attachment; filename="receipt-${receiptNumber}.pdf"`)
    return reply.type('application/pdf').send(Buffer.from(receipt))
  })
}
