/** Applications as the page gets them. */
import type { Form } from '../applications/form.ts'
import { forms } from '../applications/forms/index.ts'
import { stateAt, stateTimes } from '../applications/state.ts'
import type { Application } from '../database/applications.ts'
import type { Attachment } from '../database/attachments.ts'
import { dayIn } from '../days.ts'
import { sectionsOf } from '../documents/sections.ts'

/** Without its rules, which stay here. */
export const formView = ({ procedure, title, about, office, format, after, steps }: Form) => ({
  procedure,
  title,
  about,
  office,
  format,
  after,
  steps,
})

export function applicationLine(application: Application, now: Date) {
  const { id, procedure, state, updatedAt, step } = application
  const form = forms[procedure]
  const common = { id, procedure, title: form.title, updatedAt: updatedAt.toISOString() }
  if (state === 'draft') {
    const at = Math.max(
      0,
      form.steps.findIndex(({ name }) => name === step),
    )
    return { ...common, state, at: at + 1, of: form.steps.length + 1 } as const
  }
  const { submittedAt, receiptNumber } = application
  const times = stateTimes(submittedAt)
  return {
    ...common,
    state: stateAt(submittedAt, now),
    number: receiptNumber,
    submittedAt: submittedAt.toISOString(),
    checkingAt: times.checkingAt.toISOString(),
    doneAt: times.doneAt.toISOString(),
  } as const
}

export function applicationView(application: Application, files: readonly Attachment[], now: Date) {
  const { answers, version, step, procedure } = application
  const form = forms[procedure]
  const day = dayIn(application.state === 'draft' ? now : application.submittedAt)
  return {
    ...applicationLine(application, now),
    form: formView(form),
    answers,
    version,
    step,
    files: files.map(({ id, name, size, type }) => ({ id, name, size, type })),
    sections: sectionsOf(form, answers, files, day),
    ...(application.state === 'submitted' && { findings: application.findings }),
  }
}
