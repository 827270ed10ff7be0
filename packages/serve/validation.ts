/** What a route takes, checked by its zod schema: a refusal names each wrong field by a JSON pointer (RFC 6901), never its value, which may be secret. */
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { CommonProblem } from './common-problems.ts'

interface FieldFault {
  /** '' is the whole document. */
  readonly pointer: string
  readonly rule: string
}

type Issue = z.core.$ZodIssue

/** Most fields that one answer names: a body can be all unknown members. */
const mostFaults = 20

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The alternatives of a union that come closest; several where they come equally close. */
function closest(alternatives: readonly (readonly Issue[])[]): Issue[] {
  const least = Math.min(...alternatives.map(({ length }) => length))
  return alternatives.filter(({ length }) => length === least).flat()
}

function faultsOf(issue: Issue, above: readonly PropertyKey[]): FieldFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), rule: issue.code }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closest(issue.errors).flatMap((one) => faultsOf(one, path))
  }
  return [{ pointer: pointerTo(path), rule: issue.code }]
}

/** The wrong fields, each once. */
function fieldFaults(issues: readonly Issue[]): FieldFault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, []))
  const byField = new Map(faults.map((fault) => [`${fault.pointer} ${fault.rule}`, fault]))
  return [...byField.values()].slice(0, mostFaults)
}

/** For Fastify: REQUEST_INVALID with `errors`. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const { data: value, error } = schema.safeParse(data)
    if (!error) return { value }
    return {
      error: new CommonProblem('REQUEST_INVALID', {
        members: { errors: fieldFaults(error.issues) },
      }),
    }
  }
