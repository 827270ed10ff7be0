/** Writes `openapi.json`, `schema.d.ts` and `codes.ts` from the routes themselves. Run it after changing a route: `node parties/authority/api/generate.ts`. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { originsFor } from '@kazashi/serve'
import openapiTS, { astToString } from 'openapi-typescript'
import { z } from 'zod'
import { authorityRoutes } from '../routes.ts'

/** Only for the address that the document names. */
const documentedPort = 4000
const head = '/* eslint-disable -- Made by generate.ts from the routes; not to be edited. */\n\n'

export interface Generated {
  readonly 'openapi.json': string
  readonly 'schema.d.ts': string
  readonly 'codes.ts': string
}

const Document = z.object({
  components: z.object({
    schemas: z.object({
      PhoneProblem: z.object({
        properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }),
      }),
      StaffProblem: z.object({
        properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }),
      }),
    }),
  }),
})

/** The codes at run time: types alone cannot tell whether an answer's code is one of them. */
function codes(document: unknown): string {
  const { PhoneProblem, StaffProblem } = Document.parse(document).components.schemas
  const list = (name: string, { properties }: typeof PhoneProblem) =>
    `export const ${name} = [\n${properties.code.enum.map((code) => `  '${code}',\n`).join('')}] as const\n`
  return [
    '/** The codes a caller can meet. Made by generate.ts from the routes; not to be edited. */\n',
    list('phoneCodes', PhoneProblem),
    list('staffCodes', StaffProblem),
  ].join('\n')
}

const Schemas = z.record(z.string(), z.unknown())

/** Schemas by name: the document does not depend on the order in which modules are loaded. */
const inOrder = (key: string, value: unknown): unknown =>
  key === 'schemas'
    ? Object.fromEntries(
        Object.entries(Schemas.parse(value)).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      )
    : value

export async function generate(): Promise<Generated> {
  const origins = originsFor(documentedPort)
  const app = await authorityRoutes({
    origins,
    records: () => {
      throw new TypeError('these routes are only described')
    },
  })
  const answer = await app.inject({ url: `${origins.authority}/openapi.json` })
  const described: unknown = answer.json()
  const document = `${JSON.stringify(described, inOrder, 2)}
`
  await app.close()
  return {
    'openapi.json': document,
    'schema.d.ts': head + astToString(await openapiTS(document)),
    'codes.ts': codes(described),
  }
}

/** Files whose text differs from what the routes give. */
export async function stale(): Promise<string[]> {
  const made = Object.entries(await generate())
  const differs = await Promise.all(
    made.map(async ([name, text]) => {
      const known = await readFile(join(import.meta.dirname, name), 'utf8').catch(() => '')
      return known === text ? [] : [name]
    }),
  )
  return differs.flat()
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(await generate())) {
    await writeFile(join(import.meta.dirname, name), text)
  }
}
