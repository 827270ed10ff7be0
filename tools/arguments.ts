/** The words after a program of the workshop: `--help` prints its usage and ends with 0, what it does not know prints it and ends with 2. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>
type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: T; readonly allowPositionals: true }>
>

/** Ends the process with 2. @param why what is wrong with the words */
export function refuseUsage(usage: string, why: string): never {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)

/**
 * @param usage first line `usage: npm run NAME -- …`, then what the words mean
 * @param words how many there may be beside the options
 */
export function readArguments<const T extends Options>(
  usage: string,
  options: T,
  words = 0,
  args: readonly string[] = process.argv.slice(2),
): Read<T> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage)
    process.exit(0)
  }
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true })
    } catch (error) {
      return refuseUsage(usage, messageOf(error))
    }
  }
  const { values, positionals } = read()
  const [extra] = positionals.slice(words)
  if (extra !== undefined) refuseUsage(usage, `what is "${extra}"?`)
  return { values, positionals }
}
