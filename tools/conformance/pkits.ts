/** NIST PKITS: signatures, names, path lengths, key usages, policies with mappings, name constraints, status by CRLs. */
import { pathStatus, validatePath } from '@kazashi/pki'
import { z } from 'zod'
import type { PathQuestion } from './question.ts'
import { bytesOf, outcomeOf, readJson, type Suite } from './suite.ts'

const shape = z.object({
  validationTime: z.coerce.date(),
  tests: z.array(
    z.object({
      id: z.string(),
      trustAnchor: z.string(),
      chain: z.array(z.string()),
      crls: z.array(z.string()),
      initialPolicySet: z.array(z.string()),
      initialExplicitPolicy: z.boolean(),
      initialPolicyMappingInhibit: z.boolean(),
      initialInhibitAnyPolicy: z.boolean(),
      shouldValidate: z.boolean(),
      userConstrainedPolicySet: z.array(z.string()),
    }),
  ),
})
const file = (folder: string, name: string, kind = 'certs') => bytesOf(folder, 'pkits', kind, name)

function questions(folder: string): PathQuestion[] {
  const { validationTime: now, tests } = readJson(folder, 'pkits/pkits-tests.json', shape)
  return tests.map((one) => {
    const chain = one.chain.map((name) => file(folder, name))
    return {
      id: one.id,
      certificate: chain.at(-1) ?? new Uint8Array(),
      intermediates: chain.slice(0, -1),
      anchors: [file(folder, one.trustAnchor)],
      crls: one.crls.map((name) => file(folder, name, 'crls')),
      now,
      shouldTake: one.shouldValidate,
      extendedKeyUsage: undefined,
      policies: {
        set: one.initialPolicySet,
        explicit: one.initialExplicitPolicy,
        inhibitMapping: one.initialPolicyMappingInhibit,
        inhibitAny: one.initialInhibitAnyPolicy,
      },
    }
  })
}

const dsa = 'signed with DSA, which is not used here'

export const pkits: Suite = {
  name: 'pkits',
  title: 'RFC 5280 §6.1, §6.3.3: NIST PKITS',
  least: 249,
  exceptions: { '4.1.4': dsa, '4.1.5': dsa },
  questions,
  async run(folder) {
    const { tests } = readJson(folder, 'pkits/pkits-tests.json', shape)
    const wanted = new Map(tests.map((one) => [one.id, one.userConstrainedPolicySet]))
    const results = []
    for (const one of questions(folder)) {
      const { policies, crls, now, ...of } = one
      const seen = await outcomeOf(async () => {
        const path = await validatePath({
          ...of,
          now,
          policies: policies.set,
          explicitPolicy: policies.explicit,
          inhibitPolicyMapping: policies.inhibitMapping,
          inhibitAnyPolicy: policies.inhibitAny,
        })
        const statuses = await pathStatus({ path, crls, certificates: of.intermediates, now })
        return { path, bad: statuses.find(({ status }) => status !== 'good') }
      })
      const isValid = !(seen instanceof Error) && seen.bad === undefined
      const held = isValid ? [...seen.path.policies].sort() : []
      const isRight = !isValid || `${held}` === `${[...(wanted.get(one.id) ?? [])].sort()}`
      results.push({
        id: one.id,
        agrees: isValid === one.shouldTake && isRight,
        isWrongAccept: isValid && !(one.shouldTake && isRight),
        seen: seen instanceof Error ? seen.message : (seen.bad?.status ?? `${held}`),
      })
    }
    return results
  },
}
