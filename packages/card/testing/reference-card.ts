/**
 * A second, small card for the property test: access rules and counters, written from the
 * published description alone. It shares no code with the card: neither its parser, nor its tables.
 */

type Rule = 'free' | 'never' | readonly number[]
type AppletId = 'jpki' | 'common' | 'resident-register' | 'visual' | 'card-data'

interface SecretState {
  value: string | undefined
  left: number
  readonly most: number
  /** Form of a new value; undefined: it never changes. */
  readonly form: RegExp | undefined
}

interface AppletTable {
  readonly name: AppletId
  readonly aid: string
  /** Instruction that changes a secret, with its class and P1. */
  readonly change: string
  readonly bytes: ReadonlyMap<number, Rule>
  readonly others: readonly number[]
  readonly secrets: ReadonlyMap<number, SecretState>
}

export interface SecretValues {
  readonly signingPassword: string
  readonly authenticationPin: string
  readonly cardDataPin: string
  readonly residentRegisterPin: string
  readonly numberA: string
  readonly numberB: string
  readonly birthDate: string
}

const digits = /^\d{4}$/
const password = /^(?=.*\d)(?=.*[A-Z])[\dA-Z]{6,16}$/
const secret = (
  value: string | undefined,
  most: number,
  form?: RegExp,
  left = most,
): SecretState => ({
  value,
  most,
  form,
  left,
})

/** In the order in which a name's beginning finds them. */
const tables = (v: SecretValues): AppletTable[] => [
  {
    name: 'jpki',
    aid: 'd392f000260100000001',
    change: '002401',
    bytes: new Map<number, Rule>([
      [0x01, [0x1b]],
      [0x02, 'free'],
      [0x06, 'free'],
      [0x08, 'free'],
      ...[0x05, 0x09, 0x10, 0x16, 0x19, 0x1c, 0x1e].map((id): [number, Rule] => [id, 'never']),
      [0x0a, 'free'],
      [0x0b, 'free'],
    ]),
    others: [0x17, 0x1a],
    secrets: new Map([
      [0x18, secret(v.authenticationPin, 3, digits)],
      [0x1b, secret(v.signingPassword, 5, password)],
    ]),
  },
  {
    name: 'common',
    aid: 'd3921000310001010100',
    change: '803200',
    bytes: new Map(),
    others: [0x01, 0x02, 0x19],
    secrets: new Map([[0x1c, secret(v.residentRegisterPin, 3, digits)]]),
  },
  {
    name: 'resident-register',
    aid: 'd3921000310001010401',
    change: '803200',
    bytes: new Map(),
    others: [0x02],
    secrets: new Map([[0x1c, secret(v.residentRegisterPin, 3, digits)]]),
  },
  {
    name: 'visual',
    aid: 'd3921000310001010402',
    change: 'none',
    bytes: new Map<number, Rule>([
      [0x01, [0x11]],
      [0x02, [0x12, 0x13]],
      [0x03, 'free'],
      [0x04, 'free'],
      [0x05, [0x13]],
    ]),
    others: [0x17],
    secrets: new Map([
      [0x11, secret(v.birthDate, 10)],
      [0x12, secret(v.numberB, 10)],
      [0x13, secret(v.numberA, 10)],
    ]),
  },
  {
    name: 'card-data',
    aid: 'd3921000310001010408',
    change: '002401',
    bytes: new Map<number, Rule>([
      [0x01, [0x11, 0x14]],
      [0x02, [0x11, 0x15]],
      [0x03, [0x11, 0x14, 0x15]],
      [0x04, 'free'],
      [0x05, 'free'],
      [0x06, [0x11, 0x14, 0x15]],
      [0x07, [0x11, 0x14, 0x15]],
      [0x08, [0x11, 0x14, 0x15]],
    ]),
    others: [0x13],
    secrets: new Map([
      [0x11, secret(v.cardDataPin, 3, digits)],
      [0x12, secret(undefined, 3, undefined, 0)],
      [0x14, secret(v.numberA, 10)],
      [0x15, secret(v.numberB, 10)],
    ]),
  },
]

const manager = { aid: 'a0000001510000' }

export interface Expectation {
  /** undefined: this model does not say. */
  readonly sw?: number
  /** A secret or its counter is another than before. */
  readonly changed: boolean
}

const same: Expectation = { changed: false }
const answers = (sw: number, changed = false): Expectation => ({ sw, changed })

interface Split {
  readonly head: string
  readonly p1: number
  readonly p2: number
  readonly data: string
  readonly ne: number
}

/** Fields of a command in hexadecimal; undefined: no command at all. `ne` 0: no Le. */
function split(hex: string): Split | undefined {
  const at = (index: number, bytes = 1): number =>
    Number.parseInt(hex.slice(2 * index, 2 * (index + bytes)), 16)
  const size = hex.length / 2
  if (size < 4) return undefined
  const fields = (data: string, ne: number): Split => ({
    head: hex.slice(0, 4),
    p1: at(2),
    p2: at(3),
    data,
    ne,
  })
  if (size === 4) return fields('', 0)
  if (size === 5) return fields('', at(4) || 256)
  if (size === 7 && at(4) === 0) return fields('', at(5, 2) || 65_536)
  const long = at(4) === 0
  if (long && size < 7) return undefined
  const lc = long ? at(5, 2) : at(4)
  const start = long ? 7 : 5
  if (lc === 0) return undefined
  const data = hex.slice(2 * start, 2 * (start + lc))
  const after = size - start - lc
  if (after === 0) return fields(data, 0)
  if (after === 1 && !long) return fields(data, at(start + lc) || 256)
  if (after === 2 && long) return fields(data, at(start + lc, 2) || 65_536)
  return undefined
}

export class ReferenceCard {
  readonly #tables: AppletTable[]
  readonly #lengthOf: (applet: string, file: number) => number
  #applet: AppletTable | undefined
  #file: number | undefined
  #verified = new Set<number>()

  constructor(values: SecretValues, lengthOf: (applet: string, file: number) => number) {
    this.#tables = tables(values)
    this.#lengthOf = lengthOf
  }

  /** Whether a file's bytes may come out now. */
  isOpen(applet: string, file: number): boolean {
    if (applet !== this.#applet?.name) return false
    const rule = this.#applet.bytes.get(file)
    return rule === 'free' || (Array.isArray(rule) && rule.some((id) => this.#verified.has(id)))
  }

  /** `applet/file` → tries left and value, for each secret. */
  secrets(): Map<string, { left: number; value: string | undefined }> {
    return new Map(
      this.#tables.flatMap(({ name, secrets }) =>
        [...secrets].map(([id, { left, value }]) => [`${name}/${id}`, { left, value }] as const),
      ),
    )
  }

  reset(): void {
    this.#applet = undefined
    this.#file = undefined
    this.#verified.clear()
  }

  step(hex: string): Expectation {
    const command = split(hex)
    if (command === undefined) return answers(0x6700)
    switch (command.head) {
      case '00a4':
        return this.#select(command)
      case '00b0':
        return this.#readBinary(command)
      case '0020':
        return this.#verify(command)
      case '0024':
      case '8032':
        return this.#change(command)
      case '00b2':
        return this.#touch(
          command.data === '' && command.ne > 0 && (command.p2 & 7) === 4
            ? command.p2 >> 3
            : undefined,
        )
      case '0088':
        return this.#touch(command.p1 === 0 ? shortId(command.p2) : undefined)
      case '802a':
        return this.#touch(command.p1 <= 5 ? this.#signingId(command.p2) : undefined)
      default:
        return same
    }
  }

  #select({ p1, p2, data }: Split): Expectation {
    if (p1 === 0x02 && (p2 === 0 || p2 === 0x0c)) {
      if (data.length !== 4) return answers(0x6700)
      const id = Number.parseInt(data, 16)
      if (!this.#exists(id)) return answers(0x6a82)
      this.#file = id
      return answers(0x9000)
    }
    if (p1 !== 0x04) return same
    if (![0x00, 0x02, 0x0c, 0x0e].includes(p2)) return answers(0x6a86)
    if (data === '' || data.length > 32) return answers(0x6700)
    const all = [manager, ...this.#tables]
    const here = this.#applet === undefined ? 0 : all.indexOf(this.#applet)
    const candidates = (p2 & 2) === 0 ? all : all.slice(here + 1)
    const found = candidates.find(({ aid }) => aid.startsWith(data))
    if (found === undefined) return answers(0x6a82)
    this.reset()
    this.#applet = this.#tables.find(({ aid }) => aid === found.aid)
    return answers(0x9000)
  }

  #exists(id: number): boolean {
    const a = this.#applet
    return a !== undefined && (a.bytes.has(id) || a.secrets.has(id) || a.others.includes(id))
  }

  /** A short identifier makes its file current; 0 is the current one. @returns a file or a status word */
  #resolve(short: number): { file: number } | { sw: number } {
    if (short === 0) return this.#file === undefined ? { sw: 0x6986 } : { file: this.#file }
    if (short === 31 || !this.#exists(short)) return { sw: 0x6a82 }
    this.#file = short
    return { file: short }
  }

  #touch(short: number | undefined): Expectation {
    if (short !== undefined) this.#resolve(short)
    return same
  }

  #signingId(p2: number): number | undefined {
    if (p2 !== 0) return shortId(p2)
    if (this.#applet?.name === 'visual') return 0x17
    return this.#applet?.name === 'card-data' ? 0x13 : undefined
  }

  #readBinary({ p1, p2, data, ne }: Split): Expectation {
    if (data !== '' || ne === 0) return answers(0x6700)
    if (p1 >= 0xa0) return answers(0x6a86)
    const target = this.#resolve(p1 >= 0x80 ? p1 - 0x80 : 0)
    if ('sw' in target) return answers(target.sw)
    if (this.#applet?.bytes.has(target.file) !== true) return answers(0x6981)
    if (!this.isOpen(this.#applet.name, target.file)) return answers(0x6982)
    const offset = p1 >= 0x80 ? p2 : p1 * 256 + p2
    return answers(offset < this.#lengthOf(this.#applet.name, target.file) ? 0x9000 : 0x6b00)
  }

  #verify({ p1, p2, data }: Split): Expectation {
    const short = shortId(p2)
    if (p1 !== 0 || short === undefined) return answers(0x6a86)
    const target = this.#resolve(short)
    if ('sw' in target) return answers(target.sw)
    const state = this.#applet?.secrets.get(target.file)
    if (state === undefined) return answers(0x6981)
    if (data === '') return answers(0x63c0 + state.left)
    if (state.left === 0) return answers(0x6984)
    const before = state.left
    if (state.value === text(data)) {
      state.left = state.most
      this.#verified.add(target.file)
      return answers(0x9000, before !== state.left)
    }
    state.left--
    this.#verified.delete(target.file)
    return answers(0x63c0 + state.left, true)
  }

  #change({ head, p1, p2, data }: Split): Expectation {
    if (p1 !== (head === '0024' ? 1 : 0)) return answers(0x6a86)
    if (this.#applet?.change.slice(0, 4) !== head) return answers(0x6d00)
    const short = shortId(p2)
    if (short === undefined) return answers(0x6a86)
    const target = this.#resolve(short)
    if ('sw' in target) return answers(target.sw)
    const state = this.#applet.secrets.get(target.file)
    if (state === undefined) return answers(0x6981)
    if (!this.#verified.has(target.file)) return answers(0x6982)
    if (data === '') return answers(0x6700)
    if (state.form === undefined) return answers(0x6985)
    if (!state.form.test(text(data))) return answers(0x6a80)
    state.value = text(data)
    return answers(0x9000, true)
  }
}

const shortId = (p2: number): number | undefined =>
  p2 >= 0x80 && p2 < 0xa0 ? p2 - 0x80 : undefined
const text = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')
