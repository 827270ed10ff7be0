/** A party's API as a document (OpenAPI 3.1.0) at `/openapi.json`, made from the schemas of its routes. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

export interface SecurityScheme {
  readonly description: string
  /** Names a header, e.g. DPoP; without it the scheme is a bearer token (RFC 6750). */
  readonly header?: string
}

export interface ApiDescription {
  readonly title: string
  readonly description: string
  /** Tag → what the routes under it are for, in the order of the document. */
  readonly tags?: Readonly<Record<string, string>>
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>
  /**
   * Who may call a route: alternatives, each the names of schemes that are needed together; none: anyone.
   * @param path as Fastify writes it, `/notices/:id`
   */
  readonly security?: (method: string, path: string) => readonly (readonly string[])[]
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

/** Leaves out what nothing refers to: each zod schema comes as input and as output. */
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
  { title, description, tags = {}, securitySchemes = {}, security }: ApiDescription,
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
    transformObject: (input) => withoutUnused(jsonSchemaTransformObject(input)),
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
