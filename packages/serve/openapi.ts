/** A party's API as a document (OpenAPI 3.1.0) at `/openapi.json`, made from the schemas of its routes. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ProblemTable } from './problem.ts'

export interface SecurityScheme {
  readonly description: string
  /** Names a header, e.g. DPoP; without it the scheme is a bearer token (RFC 6750). */
  readonly header?: string
}

/** Which codes a party's routes can answer. */
export interface ApiProblems {
  /** Name of a schema with a member `code` → the table of its codes; `Problem` and `ProblemEntry` are there already. */
  readonly schemas: Readonly<Record<string, ProblemTable>>
  /** Name of the schema of a route's refusals. @param path as OpenAPI writes it, `/notices/{id}` */
  readonly schemaOf: (path: string) => string
}

export interface ApiDescription {
  readonly title: string
  readonly description: string
  /** Tag → purpose of the routes under it, in the order of the document. */
  readonly tags?: Readonly<Record<string, string>>
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>
  /**
   * Who may call a route: alternatives, each the names of schemes that are needed together; none: anyone.
   * @param path as Fastify writes it, `/notices/:id`
   */
  readonly security?: (method: string, path: string) => readonly (readonly string[])[]
  readonly problems?: ApiProblems
}

const prefix = '#/components/schemas/'

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' && typeof inner === 'string' && inner.startsWith(prefix)
      ? [inner.slice(prefix.length)]
      : references(inner),
  )
}

type Document = ReturnType<typeof jsonSchemaTransformObject>

const WithCode = z.looseObject({
  properties: z.looseObject({ code: z.looseObject({ type: z.literal('string') }) }),
})

/** `value` with every reference to one schema going to another. */
function referring(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => referring(one, from, to))
  if (typeof value !== 'object' || value === null) return value === from ? to : value
  const entries = Object.entries(value).map(([key, one]) => [key, referring(one, from, to)])
  return Object.fromEntries(entries)
}

/** `document` with the codes of each schema as an enum, and the refusals of each route by the schema of its face. */
function withCodes(document: Document, problems: ApiProblems | undefined): Document {
  if (!problems || !('components' in document)) return document
  const schemas: Record<string, unknown> = document.components?.schemas ?? {}
  for (const [name, table] of Object.entries(problems.schemas)) {
    const { properties, ...rest } = WithCode.parse(schemas[name] ?? schemas['Problem'])
    const code = { ...properties.code, enum: Object.keys(table).toSorted() }
    schemas[name] = { ...rest, properties: { ...properties, code } }
  }
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    referring(item, `${prefix}Problem`, prefix + problems.schemaOf(path)),
  ])
  return { ...document, paths: Object.fromEntries(paths) }
}

/** Leaves out schemas that nothing refers to: each zod schema comes as input and as output. */
function withoutUnused(document: Document): Document {
  if (!('components' in document)) return document
  const { components, ...rest } = document
  const schemas: Record<string, unknown> = components?.schemas ?? {}
  const used = new Set(references(rest))
  for (const name of used) for (const inner of references(schemas[name])) used.add(inner)
  for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name]
  return document
}

/** To be registered before the routes. @param origin the party's own */
export async function describeApi(
  app: FastifyInstance,
  { title, description, tags = {}, securitySchemes = {}, security, problems }: ApiDescription,
  origin: string,
): Promise<void> {
  const schemes = Object.entries(securitySchemes).map(([name, scheme]) => [
    name,
    scheme.header === undefined
      ? { type: 'http' as const, scheme: 'bearer', description: scheme.description }
      : {
          type: 'apiKey' as const,
          in: 'header' as const,
          name: scheme.header,
          description: scheme.description,
        },
  ])
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title,
        description,
        version: '0.1.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: origin }],
      tags: Object.entries(tags).map(([name, what]) => ({ name, description: what })),
      components: { securitySchemes: Object.fromEntries(schemes) },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      const [method = ''] = [input.route.method].flat()
      const alternatives = security?.(method, input.url)
      if (!alternatives) return { schema, url }
      const needed = alternatives.map((names) =>
        Object.fromEntries(names.map((name) => [name, []])),
      )
      return { schema: { ...schema, security: needed }, url }
    },
    transformObject: (input) =>
      withoutUnused(withCodes(jsonSchemaTransformObject(input), problems)),
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
