/** `kazashi corpus`: cases for other people's verifiers, with what a verifier has to say of each. */
import { Command } from 'commander'
import { parseNumber } from '../card/source.ts'
import { parsePath } from '../parse-path.ts'
import { caseKinds } from './manifest.ts'

interface CorpusOptions {
  readonly out: string
  readonly seed: number
  readonly json?: boolean
}

export function corpusCommand(): Command {
  return new Command('corpus')
    .description(
      'write certificates, status answers, signed documents and logins to try a verifier with',
    )
    .requiredOption('--out <folder>', 'where to write them: a new or an empty folder', parsePath)
    .option('--seed <number>', 'the same number makes the same octets', parseNumber, 1)
    .option('--json', 'print what was written as JSON')
    .addHelpText(
      'after',
      `
In each case exactly one thing is wrong, or nothing; manifest.json says which, and README.md in the folder how to judge. All keys
and people are made up, and nobody trusts them: the private keys can be computed from the seed, and are not written.

Examples:
  kazashi corpus --out corpus
  kazashi corpus --out corpus-7 --seed 7 --json`,
    )
    .action(async ({ out, seed, json }: CorpusOptions) => {
      const { writeCorpus } = await import('./write.ts')
      const { manifest } = await writeCorpus(out, seed)
      const { cases } = manifest
      const kinds = caseKinds.map(
        (kind) => [kind, cases.filter((one) => one.kind === kind).length] as const,
      )
      const told = { folder: out, seed, cases: cases.length, kinds: Object.fromEntries(kinds) }
      if (json) return console.log(JSON.stringify(told, undefined, 2))
      for (const [kind, count] of kinds) console.log(`${kind.padEnd(12)} ${count}`)
      console.log(`${cases.length} cases in ${out}; begin with README.md`)
    })
}
