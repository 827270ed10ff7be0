/** The folder in which a Kazashi keeps everything: where it was told to, or one of its own that goes with it. */
import { chmodSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { StartError } from './start-error.ts'

/** Started by root, the database's own user must walk through it. */
const mode = (): number => (process.geteuid?.() === 0 ? 0o711 : 0o700)

function usable(make: () => string, told: string): string {
  try {
    return make()
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : told
    throw new StartError('DATA_UNUSABLE', { detail, cause })
  }
}

/** @returns it, absolute @throws {StartError} DATA_UNUSABLE */
export const dataFolder = (path: string): string =>
  usable(() => {
    const folder = resolve(path)
    makeFolder(folder, mode())
    return folder
  }, path)

/** A new one in the system's temporary folder. @returns it, absolute @throws {StartError} DATA_UNUSABLE */
export const ephemeralFolder = (): string =>
  usable(() => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'kazashi-ephemeral-'))
    chmodSync(folder, mode())
    return folder
  }, tmpdir())
