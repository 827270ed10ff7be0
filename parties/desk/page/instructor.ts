/** The instructor's token of a class: given once after `#` in the address, which no server sees, and kept for this window alone. */
import { fragment } from '@kazashi/ui'

const place = 'kazashi-instructor'

/** Takes it out of the address, so that nobody reads it from the screen. @returns undefined: this is a learner's window */
export function instructorToken(): string | undefined {
  const rest = fragment()
  const given = rest.get('instructor')
  if (given !== null) {
    sessionStorage.setItem(place, given)
    rest.delete('instructor')
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${rest}`)
  }
  return sessionStorage.getItem(place) ?? undefined
}
