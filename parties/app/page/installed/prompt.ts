/** Is the app on the home screen, and will the browser put it there when asked? */

/** Not in TypeScript's DOM: Chromium alone has it (https://wicg.github.io/manifest-incubations/, BeforeInstallPromptEvent). */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}
const isPrompt = (event: Event): event is InstallPrompt => 'prompt' in event

let kept: InstallPrompt | undefined
const listeners = new Set<() => void>()
const keep = (event: InstallPrompt | undefined) => {
  kept = event
  for (const listener of listeners) listener()
}

/** The browser asks when the person presses our button, not at a time of its own. To be called before anything is shown. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isPrompt(event)) return
    event.preventDefault()
    keep(event)
  })
  window.addEventListener('appinstalled', () => keep(undefined))
}

export const canAskToInstall = (): boolean => kept !== undefined

/** The browser's own question; it can be asked once. */
export async function askToInstall(): Promise<void> {
  const prompt = kept
  keep(undefined)
  await prompt?.prompt()
}

export const subscribeInstall = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Opened from the home screen; Safari says it in a word of its own. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || Reflect.get(navigator, 'standalone') === true
