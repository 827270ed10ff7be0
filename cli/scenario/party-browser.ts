/** A browser at one party, without a screen: its requests by HTTP, with the one cookie that the party gives it. */
import type { Origins } from '@kazashi/serve'
import { z } from 'zod'
import type { World } from './world.ts'

const Problem = z.object({ code: z.string(), title: z.string(), next: z.string() })

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export class PartyBrowser {
  readonly #world: World
  readonly #party: keyof Origins
  readonly #cookieName: string
  #cookie = ''

  constructor(world: World, party: keyof Origins, cookieName: string) {
    this.#world = world
    this.#party = party
    this.#cookieName = cookieName
  }

  get origin(): string {
    return this.#world.sandbox.origins[this.#party]
  }

  /** @param bearer of a program beside the page @throws {Error} with code, title and next of the refusal */
  async ask(method: Method, path: string, body?: object, bearer?: string): Promise<Response> {
    const answer = await this.#world.sandbox.fetch(`${this.origin}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && { origin: this.origin }),
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        cookie: this.#cookie,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      if (pair.startsWith(`${this.#cookieName}=`)) this.#cookie = pair
    }
    if (answer.ok) return answer
    const problem = Problem.parse(await answer.json())
    throw Object.assign(new Error(problem.code), problem)
  }

  /** The document of the answer; undefined: it has none. @throws as `ask` */
  async call(method: Method, path: string, body?: object, bearer?: string): Promise<unknown> {
    const text = await (await this.ask(method, path, body, bearer)).text()
    return text === '' ? undefined : JSON.parse(text)
  }

  /** A file. @throws as `ask` */
  async file(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.ask('GET', path)).arrayBuffer())
  }
}
