/** NIST PKITS: signatures, names, path lengths, key usages, policies with mappings, name constraints, status by CRLs. */
import { pathStatus, validatePath } from '@kazashi/pki'
import { z } from 'zod'
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
export type PkitsTest = z.infer<typeof shape>['tests'][number]

export const pkitsTests = (folder: string) => readJson(folder, 'pkits/pkits-tests.json', shape)

const dsa = 'signed with DSA, which is not used here'

export const pkits: Suite = {
  name: 'pkits',
  title: 'RFC 5280 §6.1, §6.3.3: NIST PKITS',
  least: 249,
  exceptions: { '4.1.4': dsa, '4.1.5': dsa },
  async run(folder) {
    const { validationTime: now, tests } = pkitsTests(folder)
    const file = (name: string, kind = 'certs') => bytesOf(folder, 'pkits', kind, name)
    const results = []
    for (const one of tests) {
      const chain = one.chain.map((name) => file(name))
      const seen = await outcomeOf(async () => {
        const path = await validatePath({
          certificate: chain.at(-1) ?? new Uint8Array(),
          intermediates: chain.slice(0, -1),
          anchors: [file(one.trustAnchor)],
          now,
          policies: one.initialPolicySet,
          explicitPolicy: one.initialExplicitPolicy,
          inhibitPolicyMapping: one.initialPolicyMappingInhibit,
          inhibitAnyPolicy: one.initialInhibitAnyPolicy,
        })
        const crls = one.crls.map((name) => file(name, 'crls'))
        const statuses = await pathStatus({ path, crls, certificates: chain, now })
        return { path, bad: statuses.find(({ status }) => status !== 'good') }
      })
      const isValid = !(seen instanceof Error) && seen.bad === undefined
      const policies = isValid ? [...seen.path.policies].sort() : []
      const isRight = !isValid || `${policies}` === `${[...one.userConstrainedPolicySet].sort()}`
      results.push({
        id: one.id,
        agrees: isValid === one.shouldValidate && isRight,
        isWrongAccept: isValid && !(one.shouldValidate && isRight),
        seen: seen instanceof Error ? seen.message : (seen.bad?.status ?? `${policies}`),
      })
    }
    return results
  },
}
