/** The one thing a Kazashi is for, said by one option: trying, a class, or operating. Nothing else decides what it opens to whom. */
import { StartError } from './start-error.ts'
import type { StartOptions } from './start-options.ts'

/**
 * sandbox: to try things, on this machine alone · class: a sandbox behind a public name, with a password and an instructor ·
 * operating: for real residents, without anything that a sandbox has
 */
export type Purpose = 'sandbox' | 'class' | 'operating'

const thisMachine = /(^|\.)localhost$|^127\.0\.0\.1$|^\[::1\]$/

/**
 * @param options of which the command line lets at most one of the three be set
 * @throws {StartError} PURPOSE_MISSING, SANDBOX_PUBLIC, ORIGINS_NOT_HTTPS
 */
export function purposeOf(
  options: Pick<StartOptions, 'sandbox' | 'class' | 'operate' | 'publicUrl'>,
): Purpose {
  const { publicUrl } = options
  const url = URL.parse(publicUrl?.replaceAll('{party}', 'party') ?? '')
  const isHttps = url?.protocol === 'https:'
  const isHere = url === null || thisMachine.test(url.hostname)
  if (options.operate === true) {
    if (!isHttps) throw new StartError('ORIGINS_NOT_HTTPS', publicUrl ?? 'no --public-url')
    return 'operating'
  }
  if (options.class === true) {
    if (!isHere && !isHttps) throw new StartError('ORIGINS_NOT_HTTPS', publicUrl)
    return 'class'
  }
  if (publicUrl === undefined) return 'sandbox'
  if (options.sandbox !== true) throw new StartError('PURPOSE_MISSING', publicUrl)
  if (!isHere) throw new StartError('SANDBOX_PUBLIC', publicUrl)
  return 'sandbox'
}

/** A sandbox by the names of this machine, with nobody between it and the browser: whoever reaches it may do everything. */
export const isForThisMachine = (
  options: Pick<StartOptions, 'sandbox' | 'class' | 'operate' | 'publicUrl'>,
): boolean => options.class !== true && options.operate !== true && options.publicUrl === undefined
