/** What the portal answers, as the pages read it. */
import { z } from 'zod'

export const words = z.object({ ja: z.string(), en: z.string() })
export type Words = z.infer<typeof words>

const field = z.object({
  name: z.string(),
  label: words,
  help: words.optional(),
  kind: z.enum(['text', 'digits', 'yen', 'day', 'choice', 'people', 'files']),
  optional: z.boolean().optional(),
  most: z.number().optional(),
  options: z.array(z.object({ value: z.string(), label: words })).optional(),
  claim: z.string().optional(),
})
export type Field = z.infer<typeof field>

const step = z.object({
  name: z.string(),
  title: words,
  lead: words.optional(),
  fields: z.array(field),
})

const form = z.object({
  procedure: z.enum(['child-allowance', 'moving', 'tax-return']),
  title: words,
  about: words,
  office: words,
  after: words,
  steps: z.array(step),
})

const person = z.object({ name: z.string(), birthDate: z.string(), relation: z.string() })
export type Person = z.infer<typeof person>
const answers = z.record(z.string(), z.union([z.string(), z.array(person)]))
export type Answers = z.infer<typeof answers>

const line = z.object({
  id: z.string(),
  procedure: z.string(),
  title: words,
  state: z.enum(['draft', 'received', 'checking', 'done']),
  at: z.number().optional(),
  of: z.number().optional(),
  number: z.string().optional(),
  submittedAt: z.string().optional(),
  checkingAt: z.string().optional(),
  doneAt: z.string().optional(),
})
export type Line = z.infer<typeof line>

export const application = line.extend({
  form,
  answers,
  version: z.number(),
  step: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
  sections: z.array(
    z.object({ title: words, rows: z.array(z.object({ label: words, value: z.string() })) }),
  ),
  findings: z
    .object({ signer: z.string(), serial: z.string(), notAfter: z.string(), sha256: z.string() })
    .optional(),
})
export type Application = z.infer<typeof application>

export const procedureList = z.object({ procedures: z.array(form), applications: z.array(line) })

const measures = z.object({
  height: z.number(),
  weight: z.number(),
  systolic: z.number(),
  diastolic: z.number(),
  hba1c: z.number(),
  ldl: z.number(),
})
const checkUp = z.object({ date: z.string(), values: measures })
const medicine = z.object({
  name: words,
  usage: words,
  days: z.number(),
  handedOver: z.string(),
  pharmacy: words,
})
const vaccination = z.object({ date: z.string(), vaccine: words })
export const checkUps = z.object({ checkUps: z.array(checkUp) })
export const medicines = z.object({ medicines: z.array(medicine) })
export const vaccinations = z.object({ vaccinations: z.array(vaccination) })
export const handbook = z.object({
  handbook: z
    .object({
      childBorn: z.string(),
      entries: z.array(
        z.object({
          date: z.string(),
          about: z.enum(['pregnancy', 'child']),
          at: z.number(),
          weight: z.number(),
          height: z.number().optional(),
        }),
      ),
    })
    .nullable(),
})

const happened = z.object({
  at: z.string(),
  kind: z.enum([
    'read',
    'downloaded',
    'filled',
    'submitted',
    'login',
    'sign-asked',
    'sign-refused',
  ]),
  what: z.enum(['medicines', 'check-ups', 'handbook', 'vaccinations', 'all']).optional(),
  procedure: z.enum(['child-allowance', 'moving', 'tax-return']).optional(),
  number: z.string().optional(),
  code: z.string().optional(),
})
export type Happened = z.infer<typeof happened>

const notice = z.object({
  kind: z.enum(['received', 'checking', 'done', 'certificate-ends']),
  at: z.string(),
  application: z.string().optional(),
  procedure: z.enum(['child-allowance', 'moving', 'tax-return']).optional(),
  number: z.string().optional(),
  months: z.number().optional(),
})
export type Notice = z.infer<typeof notice>

export const home = z.object({
  applications: z.array(line),
  notices: z.array(notice),
  events: z.array(happened),
  own: z.object({
    checkUps: z.array(checkUp),
    medicines: z.number(),
    lastMedicine: medicine.nullable(),
    vaccinations: z.number(),
    lastVaccination: vaccination.nullable(),
    handbook: z.string().nullable(),
  }),
  certificateEnds: z.string().nullable(),
})
export const nothing = z.undefined()
export const created = z.object({ id: z.string() })
export const changed = z.object({ version: z.number() })
export const faultList = z.object({
  version: z.number().optional(),
  faults: z.array(z.object({ field: z.string(), words: words.optional() })),
})
