/** The name under which the app is installed: where the authority operates it is not for practice. */

/** @param sandbox as the page's settings say */
export function chooseManifest(sandbox: boolean): void {
  if (sandbox) return // the one that stands in the page
  document.querySelector('link[rel=manifest]')?.setAttribute('href', '/operating.webmanifest')
}
