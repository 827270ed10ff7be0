/**
 * One registration of the worker for each phone of this browser, so that each has a push subscription of its own: the first
 * phone's has the whole origin as its scope and keeps the pages too, those of the others only take pushes.
 */
const folder = '/phones/'
const phoneName = /^kazashi-phone-([a-z0-9-]{1,20})$/

/** @param name of the phone's database (phone/platform.ts) @returns path of the scope */
export function scopeOf(name: string): string {
  const own = phoneName.exec(name)?.[1]
  return own === undefined ? '/' : `${folder}${own}/`
}

/** @param scope of a registration @returns fragment of the address at which that phone is opened; first phone: empty */
export function fragmentOf(scope: string): string {
  const own = new RegExp(`^${folder}([a-z0-9-]{1,20})/$`).exec(new URL(scope).pathname)?.[1]
  return own === undefined ? '' : `#phone=${own}`
}

/** Pages are kept by the first phone's worker. */
export const keepsPages = (scope: string): boolean => new URL(scope).pathname === '/'
