/** Whether this page's server operates, or is a sandbox: said by its settings, before anything is shown. */

let operating = false

/** @param settings of the page's server; anything but a plain `sandbox: false` is a sandbox's */
export function noteSandbox(settings: unknown): void {
  const said: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'sandbox') : undefined
  operating = said === false
}

/** For real residents: nothing on the page is practice. */
export const isOperating = (): boolean => operating
