/** The robot phones of a sandbox by their names: those that were asked for, and the people of the catalogue, made when first asked for. */
import { randomInt } from 'node:crypto'
import { generateResident, type Resident, setSecret } from '@kazashi/card'
import { isCaseName, isPersonCase, type PersonCase } from '@kazashi/cases'
import { formatCalendarDate, japanDate, type PhonePlatform } from '@kazashi/lifecycle'
import { localFetch, type Origins } from '@kazashi/serve'
import { noteOf } from './card-routes.ts'
import type { CounterNeeds } from './counter-orders.ts'
import { befall } from './events.ts'
import { issueCard } from './issue-card.ts'
import { personOf, recipeOf } from './people.ts'
import { drawResident, type Preset } from './presets.ts'
import { BoxProblem } from './problems.ts'
import { type Owner, Robot, type RobotSurroundings } from './robot.ts'

export interface RobotWish {
  readonly platform?: PhonePlatform | undefined
  /** Default adult. */
  readonly preset?: Preset | undefined
  readonly seed?: number | undefined
}

export interface KeptRobot {
  readonly robot: Robot
  readonly holder: string
  readonly cardId: string
  /** What befell it by its name; the phone itself may not know. */
  fate?: 'suspended' | 'replaced' | undefined
}

export interface RobotNeeds extends CounterNeeds {
  readonly origins: Pick<Origins, 'authority'>
  /** Kept at once; the people of the catalogue do not count. */
  readonly limit: number
}

interface CardWish {
  readonly signing?: boolean | undefined
  readonly secrets?: boolean | undefined
}

const common = { id: undefined }

export class Robots {
  readonly #needs: RobotNeeds
  readonly #kept = new Map<string, KeptRobot | undefined>()
  /** The catalogue's: on another day they are made anew, since some are about their age. */
  readonly #people = new Map<
    PersonCase,
    { readonly day: string; readonly made: Promise<KeptRobot> }
  >()

  constructor(needs: RobotNeeds) {
    this.#needs = needs
  }

  /** Once people of the catalogue that are being made are ready. */
  async list(): Promise<[string, KeptRobot][]> {
    const people = [...this.#people].map(async ([name, { made }]) => [name, await made] as const)
    const made = (await Promise.allSettled(people)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    )
    return [...this.#kept, ...made].flatMap(([name, robot]) =>
      robot === undefined ? [] : [[name, robot]],
    )
  }

  /** @throws {BoxProblem} PHONE_UNKNOWN; those of `make` for people of the catalogue */
  async find(name: string): Promise<KeptRobot> {
    if (isPersonCase(name)) return this.#person(name)
    const kept = this.#kept.get(name)
    if (kept === undefined) throw new BoxProblem('PHONE_UNKNOWN')
    return kept
  }

  /** @throws {BoxProblem} PHONE_UNKNOWN */
  remove(name: string): void {
    if (this.#kept.get(name) === undefined) throw new BoxProblem('PHONE_UNKNOWN')
    this.#kept.delete(name)
  }

  /** A person with a card, and a phone that has applied and registered. @throws {BoxProblem}; {PhoneError}; {AuthorityProblem} */
  async make(name: string, wish: RobotWish): Promise<KeptRobot> {
    const { shelf, counter } = this.#needs
    const release = this.#reserve(name)
    try {
      const today = await counter.now()
      const { platform = 'android', preset = 'adult', seed } = wish
      const resident =
        seed === undefined
          ? drawResident(preset, today, randomInt, shelf.holds)
          : generateResident(seed, today)
      const made = await this.#open(resident, { platform, card: {} })
      await befall(this.#needs, made, 'applies')
      this.#kept.set(name, made)
      return made
    } finally {
      release()
    }
  }

  /** 5-B1: the phone is reported lost. 5-B3: it is found, and in use again. @throws {BoxProblem}; {PhoneError}; {AuthorityProblem} */
  async befalls(name: string, event: 'phone-suspended' | 'resumes'): Promise<KeptRobot> {
    const kept = this.#changeable(name)
    await befall(this.#needs, kept, event)
    kept.fate = event === 'resumes' ? undefined : 'suspended'
    return kept
  }

  /** @throws {BoxProblem} PHONE_UNKNOWN; PHONE_UNCHANGEABLE: others count on it, or its person has another by now */
  #changeable(name: string): KeptRobot {
    const kept = this.#kept.get(name)
    if (isCaseName(name) || kept?.fate === 'replaced') throw new BoxProblem('PHONE_UNCHANGEABLE')
    if (kept === undefined) throw new BoxProblem('PHONE_UNKNOWN')
    return kept
  }

  /** 4-B: the same person and card with another Android phone; what is on the phone before ends. @throws as `make` */
  async replace(name: string, by: string): Promise<KeptRobot> {
    const old = this.#changeable(name)
    const { holder, cardId } = old
    if (old.robot.platform !== 'android') throw new BoxProblem('PHONE_NOT_ANDROID')
    const release = this.#reserve(by)
    try {
      const robot = await Robot.open('android', this.#surroundings())
      const made = { robot, holder, cardId }
      await befall(this.#needs, made, 'switches')
      old.fate = 'replaced'
      this.#kept.set(by, made)
      return made
    } finally {
      release()
    }
  }

  #surroundings(): RobotSurroundings {
    const { counter, origins } = this.#needs
    return { authority: origins.authority, fetch: localFetch, now: counter.now }
  }

  /** @returns frees the name, if nobody has it by then @throws {BoxProblem} PHONE_NAME_TAKEN, PHONES_FULL */
  #reserve(name: string): () => void {
    if (this.#kept.has(name) || isCaseName(name)) throw new BoxProblem('PHONE_NAME_TAKEN')
    if (this.#kept.size >= this.#needs.limit) throw new BoxProblem('PHONES_FULL')
    this.#kept.set(name, undefined)
    return () => {
      if (this.#kept.get(name) === undefined) this.#kept.delete(name)
    }
  }

  async #open(
    resident: Resident,
    how: { readonly platform: PhonePlatform; readonly card: CardWish; readonly owner?: Owner },
  ): Promise<KeptRobot> {
    const { shelf, counter } = this.#needs
    const release = shelf.reserve(common, resident.myNumber)
    try {
      // From before a restart: a person has one card.
      const before = shelf
        .list(common)
        .filter(({ holder }) => holder?.resident.myNumber === resident.myNumber)
      const { signing = true, secrets = true } = how.card
      const { contents, ...issued } = await issueCard(counter, resident, { signing })
      if (!secrets) {
        setSecret(contents, 'authentication-pin', undefined)
        setSecret(contents, 'card-data-pin', undefined)
      }
      for (const { id } of before) await shelf.remove(id)
      const note = { ...noteOf(issued), madeAt: new Date().toISOString() }
      const { id: cardId, face } = await shelf.add(note, contents)
      const robot = await Robot.open(how.platform, this.#surroundings(), how.owner)
      return { robot, holder: face.name, cardId }
    } finally {
      release()
    }
  }

  async #person(name: PersonCase): Promise<KeptRobot> {
    const today = await this.#needs.counter.now()
    const day = formatCalendarDate(japanDate(today))
    const kept = this.#people.get(name)
    if (kept?.day === day) return kept.made
    const { platform, signing, secrets, owner, events } = recipeOf(name)
    const make = async () => {
      const card = { signing, secrets }
      const made = await this.#open(personOf(name, today), {
        platform,
        card,
        ...(owner && { owner }),
      })
      for (const event of events) await befall(this.#needs, made, event)
      return made
    }
    const made = make()
    this.#people.set(name, { day, made })
    // One that could not be made is tried again.
    made.catch(() => this.#people.delete(name))
    return made
  }
}
