/** A refusal as a screen gets it: a code to look its words up by, and the tries left where a secret was wrong. */

export interface Refusal {
  readonly code: string
  readonly triesLeft?: number
  /** Which secret, where a procedure asks for more than one. */
  readonly secret?: string
}

const textOf = (value: object, key: string): string | undefined => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Whatever was thrown, by its code. Nothing of its message goes further: a screen has its own words. */
export function refusalOf(thrown: unknown): Refusal {
  if (typeof thrown !== 'object' || thrown === null) return { code: 'UNEXPECTED' }
  const code = textOf(thrown, 'code')
  const triesLeft: unknown = Reflect.get(thrown, 'triesLeft')
  const secret = textOf(thrown, 'secret')
  const known = {
    ...(typeof triesLeft === 'number' ? { triesLeft } : {}),
    ...(secret === undefined ? {} : { secret }),
  }
  if (code !== undefined) return { code, ...known }
  if (thrown instanceof TypeError && /fetch|network|load/i.test(thrown.message)) {
    return { code: 'NETWORK' }
  }
  return { code: 'UNEXPECTED' }
}
