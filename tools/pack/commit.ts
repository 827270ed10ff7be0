/** Where the sources come from, for whoever has a tarball alone. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** @returns the commit, with `-changed` where the sources are not those of it; undefined outside git */
export async function commitOf(root: string): Promise<string | undefined> {
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root })
    return stdout.trim()
  }
  try {
    const commit = await git('rev-parse', 'HEAD')
    return (await git('status', '--porcelain')) === '' ? commit : `${commit}-changed`
  } catch {
    return undefined
  }
}
