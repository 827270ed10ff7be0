/** The openssl program for tests: a second opinion on this package's output. Node only. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from './pem.ts'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export const openssl = (args: readonly string[], input?: Uint8Array): Promise<Outcome> =>
  program('openssl', args, { input })

/** Any other program. */
export function program(
  name: string,
  args: readonly string[],
  { input, env = process.env }: { input?: Uint8Array | undefined; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'pipe', env })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** A folder that is gone afterwards; certificates are put in by name, as PEM. */
export async function withFolder<T>(
  run: (put: (name: string, content: Uint8Array, label?: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-pki-'))
  try {
    return await run(async (name, content, label) => {
      const path = join(folder, name)
      await writeFile(path, label === undefined ? content : toPem(label, content))
      return path
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lines of `asn1parse` for the content of an extension, found by the name openssl gives it. */
export async function extensionLines(der: Uint8Array, name: string): Promise<string[]> {
  const { stdout } = await openssl(['asn1parse', '-inform', 'DER'], der)
  const lines = stdout.split('\n')
  const at = lines.findIndex((line) => line.includes(`:${name}`))
  const octets = lines.slice(at).find((line) => line.includes('OCTET STRING'))
  const offset = /^ *(\d+):/.exec(octets ?? '')?.[1] ?? ''
  const inner = await openssl(['asn1parse', '-inform', 'DER', '-strparse', offset], der)
  return inner.stdout
    .split('\n')
    .flatMap((line) => /(?:prim|cons): *(.*?) *$/.exec(line)?.[1] ?? [])
}
