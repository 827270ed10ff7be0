/** What is asked for, in the Digital Credentials Query Language (OpenID4VP 1.0 §6, B.3.1), against the one card in this wallet. */
import { base64url } from '@kazashi/octets'
import { z } from 'zod'
import { PhoneError } from '../errors.ts'
import type { HeldCard } from './held-card.ts'

/** Of one request: more would be no question to a person. */
const most = { credentials: 8, claims: 64, sets: 32 }

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const claim = z.object({
  id: id.optional(),
  path: z.array(z.union([z.string(), z.int(), z.null()])).min(1),
  values: z
    .array(z.union([z.string(), z.int(), z.boolean()]))
    .min(1)
    .optional(),
  intent_to_retain: z.boolean().default(false),
})
const credential = z
  .object({
    id,
    format: z.string(),
    meta: z.looseObject({ doctype_value: z.string().optional() }),
    claims: z.array(claim).min(1).max(most.claims).optional(),
    claim_sets: z.array(z.array(id).min(1)).min(1).max(most.sets).optional(),
    trusted_authorities: z
      .array(z.object({ type: z.string(), values: z.array(z.string()).min(1) }))
      .min(1)
      .optional(),
  })
  .refine(({ claims = [], claim_sets }) => {
    const ids = claims.flatMap((one) => one.id ?? [])
    if (new Set(ids).size !== ids.length) return false
    return claim_sets === undefined || claim_sets.flat().every((one) => ids.includes(one))
  })
const credentialSet = z.object({
  options: z.array(z.array(id).min(1)).min(1).max(most.sets),
  required: z.boolean().default(true),
})
export const dcqlQuery = z
  .object({
    credentials: z.array(credential).min(1).max(most.credentials),
    credential_sets: z.array(credentialSet).min(1).max(most.sets).optional(),
  })
  .refine(({ credentials, credential_sets: sets = [] }) => {
    const ids = credentials.map((one) => one.id)
    const named = sets.flatMap(({ options }) => options.flat())
    return new Set(ids).size === ids.length && named.every((one) => ids.includes(one))
  })
export type DcqlQuery = z.infer<typeof dcqlQuery>
type CredentialQuery = DcqlQuery['credentials'][number]
type ClaimQuery = z.infer<typeof claim>

/** An element of the card that is asked for. */
export interface AskedElement {
  readonly namespace: string
  readonly identifier: string
  /** The asker keeps it (ISO/IEC 18013-5 §8.3.2.1.2.1). */
  readonly retained: boolean
}

/** One query that this card can answer. */
export interface AskedPart {
  readonly queryId: string
  readonly required: boolean
  /** Any one of these is enough; the asker's favourite comes first. */
  readonly sets: readonly (readonly AskedElement[])[]
}

/** The element, or what the card does not have. */
function elementOf({ path, values, intent_to_retain }: ClaimQuery, card: HeldCard) {
  const [namespace, identifier, ...more] = path
  const missing = path.join('/')
  if (typeof namespace !== 'string' || typeof identifier !== 'string' || more.length > 0)
    return missing
  const value = card.elements.get(namespace)?.get(identifier)
  if (value === undefined) return missing
  const fits = values === undefined || values.some((one) => one === value)
  return fits ? { namespace, identifier, retained: intent_to_retain } : missing
}

/** §6.1.1: by the key that its issuer's CA signed with. Of what cannot be judged none matches. */
const isOfTrusted = ({ trusted_authorities: trusted }: CredentialQuery, card: HeldCard): boolean =>
  trusted === undefined ||
  trusted.some(
    ({ type, values }) =>
      type === 'aki' &&
      card.issuerKeyId !== undefined &&
      values.includes(base64url.encode(card.issuerKeyId)),
  )

function answerable(query: CredentialQuery, card: HeldCard) {
  const { format, meta, claims = [], claim_sets: sets } = query
  if (format !== 'mso_mdoc' || meta.doctype_value !== card.docType || !isOfTrusted(query, card))
    return { sets: [], missing: [`${format} ${meta.doctype_value ?? ''}`.trim()] }
  const wanted = sets?.map((ids) => ids.flatMap((one) => claims.filter((each) => each.id === one)))
  const found = (wanted ?? [claims]).map((set) => set.map((one) => elementOf(one, card)))
  const isWhole = (set: (typeof found)[number]): set is AskedElement[] =>
    set.every((one) => typeof one !== 'string')
  return {
    sets: found.filter(isWhole),
    missing: found.flat().filter((one) => typeof one === 'string'),
  }
}

/**
 * §6.4.2: the queries that are to be answered.
 * @throws {PhoneError} PRESENTATION_NOT_HELD, with the elements that the card does not have
 */
export function matchQuery(query: DcqlQuery, card: HeldCard): readonly AskedPart[] {
  const { credentials, credential_sets } = query
  const own = new Map(credentials.map((one) => [one.id, answerable(one, card)]))
  const setsOf = (queryId: string) => own.get(queryId)?.sets ?? []
  const all = [{ options: [credentials.map((one) => one.id)], required: true }]
  const parts = new Map<string, AskedPart>()
  for (const { options, required } of credential_sets ?? all) {
    const option = options.find((ids) => ids.every((one) => setsOf(one).length > 0))
    if (option === undefined && required) {
      const missing = options.flat().flatMap((one) => own.get(one)?.missing ?? [])
      throw new PhoneError('PRESENTATION_NOT_HELD', { missing: [...new Set(missing)] })
    }
    for (const queryId of option ?? []) {
      const before = parts.get(queryId)
      const isNeeded = required || before?.required === true
      parts.set(queryId, { queryId, required: isNeeded, sets: setsOf(queryId) })
    }
  }
  if (parts.size === 0) throw new PhoneError('PRESENTATION_NOT_HELD', { missing: [] })
  return [...parts.values()]
}
