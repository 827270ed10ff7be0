/** A clinic on a database of its own, a small authority, a register that says what a test wants, and browsers that keep the cookie. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateResident } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { originsFor, type Party } from '@kazashi/serve'
import { z } from 'zod'
import { borrow } from '../../../tools/keeper/borrow.ts'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { createClinic, type RegisteredHolder } from '../index.ts'

export const start = '2026-11-27T05:20:00.000Z'
const origins = originsFor(8080)

interface FakeRegister {
  holder: RegisteredHolder
  /** In place of an answer. */
  fails: Error | undefined
}

export interface RunningClinic {
  readonly authority: SmallAuthority
  readonly register: FakeRegister
  readonly databaseUrl: string
  /** The machine's. */
  readonly times: { now: Date }
  app(): Party
  /** Ends the process's part of it, and starts it again on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Somebody of 35 on the first day, insured by an employer. */
export const someone = (carrier: RegisteredHolder['carrier'] = 'phone'): RegisteredHolder => ({
  person: '6f1f3e0e-9a55-4c4f-8d0a-1f2f5f6a7b8c',
  carrier,
  resident: { ...generateResident(7, new Date(start)), birthDate: '1991-04-20' },
})

export async function startClinic(): Promise<RunningClinic> {
  const authority = await smallAuthority(start)
  const database = await borrow('databases')
  const dataFolder = await mkdtemp(join(tmpdir(), 'kazashi-clinic-'))
  const pages = join(dataFolder, 'pages')
  await mkdir(pages)
  await writeFile(join(pages, 'index.html'), '<html><head></head><body></body></html>')
  const register: FakeRegister = { holder: someone(), fails: undefined }
  const times = { now: new Date(start) }
  const open = async () => {
    const app = await createClinic({
      origins,
      databaseUrl: database.address,
      dataFolder,
      register: {
        find: async () => {
          if (register.fails) throw register.fails
          return register.holder
        },
      },
      trust: authority.anchors,
      fetch: authority.fetch,
      now: () => times.now,
      pages,
    })
    await app.ready()
    return app
  }
  let app = await open()
  return {
    authority,
    register,
    databaseUrl: database.address,
    times,
    app: () => app,
    async restart() {
      await app.close()
      app = await open()
    },
    async close() {
      await app.close()
      await database.giveBack()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

const Challenge = z.object({
  id: z.string(),
  statement: z.string(),
  nonce: z.string(),
  code: z.string(),
})
export type Begun = z.infer<typeof Challenge>
export interface Told {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A browser at a facility: its terminal, and its reception. */
export class ClinicBrowser {
  readonly #clinic: RunningClinic
  #cookie: string | undefined

  constructor(clinic: RunningClinic) {
    this.#clinic = clinic
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Told> {
    const answer = await this.#clinic.app().inject({
      method,
      url: `${origins.clinic}${path}`,
      headers: {
        ...(method !== 'GET' && { origin: origins.clinic }),
        ...(this.#cookie !== undefined && { cookie: this.#cookie }),
        ...headers,
      },
      ...(payload && { payload }),
    })
    const set = answer.headers['set-cookie']
    if (typeof set === 'string') this.#cookie = set.split(';', 1)[0]
    const body: unknown = answer.payload === '' ? {} : JSON.parse(answer.payload)
    return { status: answer.statusCode, body: z.record(z.string(), z.unknown()).parse(body) }
  }

  open = () => this.call('POST', '/facility')

  /** @throws {ZodError} when it is refused */
  async begin(device: 'card' | 'android' | 'iphone'): Promise<Begun> {
    return Challenge.parse((await this.call('POST', '/visits', { device })).body)
  }

  /** Signed by the small authority's phone, whatever it stands for. */
  async prove({ id, statement, nonce, code }: Begun): Promise<Told> {
    const response = base64.encode(await this.#clinic.authority.answer(base64.decode(statement)))
    return this.call('POST', `/visits/${id}/proof`, { kind: 'signature', response, nonce, code })
  }

  proveByFace = (kind: 'face' | 'eye', { id }: Begun) =>
    this.call('POST', `/visits/${id}/proof`, {
      kind,
      certificate: base64.encode(this.#clinic.authority.certificate),
    })

  agree = ({ id }: Begun, consents: object) => this.call('POST', `/visits/${id}/consents`, consents)

  /** From the choice to the reception. */
  async visit(device: 'card' | 'android' | 'iphone', consents: object = yes): Promise<Told> {
    const begun = await this.begin(device)
    const proved = await this.prove(begun)
    return proved.body['state'] === 'consents' ? this.agree(begun, consents) : proved
  }

  today = async () => Desk.parse((await this.call('GET', '/reception/today')).body)
}

export const yes = { medicines: true, surgery: true, 'check-ups': true, limits: true }

const Desk = z.object({
  practice: z.string().nullable(),
  token: z.string(),
  patients: z.array(z.record(z.string(), z.unknown())),
  waiting: z.array(z.object({ id: z.string() })),
  troubles: z.array(z.object({ code: z.string(), device: z.string() })),
})
