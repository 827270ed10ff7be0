/** The door of a class: a browser gives the class's password once, then a cookie stands for it. Pure but for the count of tries; time and randomness come from outside. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { ClassProblem } from './problems.ts'

/** Milliseconds: a day of lessons. */
const sessionLife = 12 * 60 * 60_000
/** Wrong ones, of everybody together: behind a proxy nobody can be told apart. */
const triesPerMinute = 10
const minute = 60_000
const cookieName = '__Secure-kazashi-class'

export interface DoorOptions {
  readonly password: string
  /** 32 bytes; sessions end with the process that drew them. */
  readonly key: Uint8Array
  /** Registrable domain of all parties: one cookie opens them. */
  readonly site: string
  readonly now: () => Date
}

/** Digests are compared, so lengths are hidden too. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

export class Door {
  readonly #options: DoorOptions
  #window = { from: 0, tries: 0 }

  constructor(options: DoorOptions) {
    this.#options = options
  }

  #seal(until: string): string {
    return createHmac('sha256', this.#options.key).update(until).digest('base64url')
  }

  /** @returns the Set-Cookie header of a session @throws {ClassProblem} CLASS_PASSWORD_WRONG, CLASS_TRIES_OVER */
  enter(password: string): string {
    const now = this.#options.now().getTime()
    if (now - this.#window.from >= minute || now < this.#window.from)
      this.#window = { from: now, tries: 0 }
    this.#window.tries += 1 // spent before the comparison
    if (this.#window.tries > triesPerMinute) throw new ClassProblem('CLASS_TRIES_OVER')
    if (!same(password, this.#options.password)) throw new ClassProblem('CLASS_PASSWORD_WRONG')
    this.#window.tries -= 1
    const until = String(now + sessionLife)
    return [
      `${cookieName}=${until}.${this.#seal(until)}`,
      `Domain=${this.#options.site}`,
      'Path=/',
      `Max-Age=${sessionLife / 1000}`,
      'HttpOnly',
      'Secure',
      'SameSite=Lax',
    ].join('; ')
  }

  /** @param cookies of a request @returns whether a session of this class is among them, and not over */
  knows(cookies: string | undefined): boolean {
    const now = this.#options.now().getTime()
    return (cookies ?? '').split(/; */).some((one) => {
      const [, until, seal] =
        new RegExp(`^${cookieName}=(\\d{1,15})\\.([\\w-]{43})$`).exec(one) ?? []
      return (
        until !== undefined &&
        seal !== undefined &&
        same(seal, this.#seal(until)) &&
        Number(until) > now
      )
    })
  }
}
