/** The whole corpus of a seed, as octets: what is in its folder, the manifest among it. Nothing is read, asked or timed. */
import { certificateKinds } from '@kazashi/lifecycle'
import { concat, hex } from '@kazashi/octets'
import { toPem } from '@kazashi/pki'
import type { Row, Table } from './case.ts'
import { stampRoot } from './evidence.ts'
import { certificatesTable } from './kinds/certificates.ts'
import { chainsTable } from './kinds/chains.ts'
import { cmsTable } from './kinds/cms.ts'
import { crlsTable } from './kinds/crls.ts'
import { issuersTable } from './kinds/issuers.ts'
import { loginsTable } from './kinds/logins.ts'
import { ocspTable } from './kinds/ocsp.ts'
import { pdfsTable } from './kinds/pdfs.ts'
import { peopleTable } from './kinds/people.ts'
import { timesTable, tokensTable } from './kinds/times.ts'
import { xmlsTable } from './kinds/xmls.ts'
import { type CorpusCase, type Manifest, type Role, roles } from './manifest.ts'
import { opensslOf } from './openssl.ts'
import { readme } from './readme.ts'
import { createWorld, policiesOf, trusted, type World } from './world.ts'

const tables: readonly Table[] = [
  certificatesTable,
  peopleTable,
  issuersTable,
  chainsTable,
  crlsTable,
  ocspTable,
  cmsTable,
  timesTable,
  tokensTable,
  pdfsTable,
  xmlsTable,
  loginsTable,
]

export interface Corpus {
  readonly manifest: Manifest
  /** By path in the folder, `manifest.json` and `README.md` among them. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const utf8 = new TextEncoder()

/** @param seed the same one makes the same octets */
export async function createCorpus(seed: number): Promise<Corpus> {
  const world = createWorld(seed)
  const files = new Map<string, Uint8Array>()
  const anchors = await anchorsOf(world, files)
  const cases: CorpusCase[] = []
  for (const { kind, rows } of tables)
    for (const row of rows) cases.push(await caseOf(world, kind, row, files))
  const manifest: Manifest = {
    version: 1,
    seed,
    generatedFor: world.now.toISOString(),
    nonce: hex.encode(world.nonce),
    anchors,
    policies: {
      signing: policiesOf('signing'),
      authentication: policiesOf('authentication'),
    },
    cases,
  }
  files.set('manifest.json', utf8.encode(`${JSON.stringify(manifest, undefined, 2)}\n`))
  files.set('README.md', utf8.encode(readme(manifest)))
  return { manifest, files }
}

/** Each in a file, and those of a kind in one more, as programs want them. */
async function anchorsOf(
  world: World,
  files: Map<string, Uint8Array>,
): Promise<Manifest['anchors']> {
  const list: Manifest['anchors'] = []
  const put = (name: string, kind: Manifest['anchors'][number]['kind'], der: Uint8Array) => {
    const file = `anchors/${name}.pem`
    const pem = utf8.encode(toPem('CERTIFICATE', der))
    files.set(file, pem)
    list.push({ file, kind })
    return pem
  }
  for (const kind of certificateKinds) {
    const pems = []
    for (const generation of trusted) {
      const { certificate } = await world.ca(kind, generation)
      pems.push(put(`${kind}-${generation}`, kind, certificate.der))
    }
    files.set(`anchors/${kind}.pem`, concat(pems))
  }
  put('time-stamp', 'time-stamp', (await stampRoot(world)).certificate.der)
  return list
}

async function caseOf(
  world: World,
  kind: CorpusCase['kind'],
  { name, refused, clause, because, ja, make }: Row,
  files: Map<string, Uint8Array>,
): Promise<CorpusCase> {
  const id = `${kind}/${name}`
  const made = await make(world)
  const paths: Partial<Record<Role, string>> = {}
  for (const [role, octets] of entriesOf(made.files)) {
    const path = `cases/${id}/${role}.${roles[role]}`
    if (files.has(path)) throw new RangeError(`${path} is there already`)
    files.set(path, octets)
    paths[role] = path
  }
  const one: CorpusCase = {
    id,
    kind,
    files: paths,
    expectation: refused === undefined ? 'accept' : 'refuse',
    because,
    ja,
    clause,
    ...(refused === undefined ? {} : { code: refused }),
    ...(made.at ? { at: made.at.toISOString() } : {}),
    ...(made.purpose ? { purpose: made.purpose } : {}),
    ...(made.anchors ? { anchors: made.anchors.map((anchor) => `anchors/${anchor}.pem`) } : {}),
  }
  const openssl = opensslOf(one, made.at ?? world.now)
  return { ...one, ...(openssl ? { openssl } : {}) }
}

const entriesOf = (files: Partial<Record<Role, Uint8Array>>): [Role, Uint8Array][] =>
  rolesInOrder.flatMap((role) => {
    const octets = files[role]
    return octets ? [[role, octets]] : []
  })
const rolesInOrder = Object.keys(roles).filter((name): name is Role => Object.hasOwn(roles, name))
