/**
 * Debian's Chromium as a person has it: the flags stand alone, because Playwright's own switch off the partition of storage in
 * which frames of other sites live (`ThirdPartyStoragePartitioning`).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const program = '/usr/bin/chromium'
const shell = '/usr/bin/chromium-headless-shell'

/** What no person sees: no window, no processor for pictures, nobody to ask at the start, nothing fetched in the background. */
const flags = (profile: string): string[] => [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--password-store=basic',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
]

/** Chromium opens a page of its own at the start, which fetches, draws, and is now and then replaced while it is taken over. */
const noFirstPage = '--no-startup-window'
const emptyFirstPage = 'about:blank'

const newProfile = (): string => mkdtempSync(join(tmpdir(), 'kazashi-chromium-'))
const forget = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

async function open(executablePath: string): Promise<Browser> {
  const profile = newProfile()
  const args = [...flags(profile), noFirstPage]
  const browser = await chromium.launch({ executablePath, ignoreDefaultArgs: true, args })
  browser.on('disconnected', () => forget(profile))
  return browser
}

/** Each `newContext()` of it is a private window: its storage is its own, and goes with it. */
export const openChromium = (): Promise<Browser> => open(program)

/**
 * The same engine without the windows around it, for ways in one page that nobody frames: a context costs a third. It has no
 * push and none of the rules by which a window of a person keeps or refuses the storage of frames.
 */
export const openHeadlessShell = (): Promise<Browser> => open(shell)

/** A usual window of a new profile. */
export async function openUsualWindow(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const profile = newProfile()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    ignoreDefaultArgs: true,
    args: [...flags(profile), emptyFirstPage],
    ...options,
  })
  context.on('close', () => forget(profile))
  return context
}
