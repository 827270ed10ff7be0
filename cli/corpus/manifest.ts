/** The form of `manifest.json`, by which a verifier's own tests read the corpus. */
import { certificateKinds } from '@kazashi/lifecycle'
import { z } from 'zod'

export const caseKinds = [
  'certificate',
  'chain',
  'crl',
  'ocsp',
  'cms',
  'time-stamp',
  'pdf',
  'xml',
  'login',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** What a file of a case is, and how its name ends. */
export const roles = {
  certificate: 'cer',
  issuer: 'cer',
  intermediate: 'cer',
  'intermediate-2': 'cer',
  crl: 'crl',
  request: 'ocsp-request',
  response: 'ocsp-response',
  status: 'ocsp-response',
  cms: 'p7m',
  content: 'bin',
  token: 'tst',
  data: 'bin',
  pdf: 'pdf',
  xml: 'xml',
  login: 'p7m',
  expected: 'json',
} as const
export type Role = keyof typeof roles

const roleNames = Object.keys(roles).filter((name): name is Role => Object.hasOwn(roles, name))
const file = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z0-9-]+$/)
const instant = z.iso.datetime()
const oid = z.string().regex(/^\d+(\.\d+)+$/)

const corpusCase = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  kind: z.enum(caseKinds),
  /** By role, from the corpus’s folder. */
  files: z.partialRecord(z.enum(roleNames), file),
  expectation: z.enum(['accept', 'refuse']),
  because: z.string().min(1),
  ja: z.string().min(1),
  clause: z.string().min(1),
  /** Of a refusal: what this kit says. */
  code: z
    .string()
    .regex(/^[A-Z]+(_[A-Z]+)*$/)
    .optional(),
  /** Where it is judged at another instant. */
  at: instant.optional(),
  purpose: z.enum(certificateKinds).optional(),
  /** Where fewer anchors are trusted. */
  anchors: z.array(file).min(1).optional(),
  openssl: z
    .strictObject({
      /** Run in the corpus’s folder. */
      words: z.array(z.string()).min(1),
      /** It accepts when it ends with 0 and, where this is there, says so. */
      accepted: z.string().optional(),
      says: z.enum(['accept', 'refuse']),
      /** Why it says something else than is expected here. */
      differs: z.string().optional(),
    })
    .optional(),
})
export type CorpusCase = z.infer<typeof corpusCase>

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  seed: z.int().min(0),
  generatedFor: instant,
  /** Hex: what every status answer of a signature or a login repeats. */
  nonce: z.string().regex(/^([0-9a-f]{2})+$/),
  anchors: z.array(z.strictObject({ file, kind: z.enum([...certificateKinds, 'time-stamp']) })),
  /** Those that are acceptable in an end certificate, by its purpose. */
  policies: z.record(z.enum(certificateKinds), z.array(oid).min(1)),
  cases: z.array(corpusCase),
})
export type Manifest = z.infer<typeof manifestSchema>
