/** Commands as somebody types them at a prompt, whose Node is the one that runs this. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname } from 'node:path'

/** What vitest, and npm where it has started this, put around their programs. */
const theirs =
  /^(VITEST|NODE_ENV|NODE_OPTIONS|npm_(package|lifecycle|config_(local_)?prefix)|INIT_CWD)/
const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !theirs.test(name)))

export interface Ended {
  readonly code: unknown
  /** On both streams. */
  readonly said: string
}

/** @param script for `sh`, ended by the first command that fails @param more variables */
export async function atAPrompt(
  folder: string,
  script: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const child = spawn('sh', ['-ec', script], {
    cwd: folder,
    env: { ...plain, PATH: path, npm_config_prefer_offline: 'true', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

/** @returns the reason why nothing can be installed now; undefined where it can */
export async function whyNothingInstalls(folder: string): Promise<string | undefined> {
  const { code } = await atAPrompt(folder, 'npm ping --fetch-retries=0')
  return code === 0 ? undefined : 'no registry of npm packages answers'
}
