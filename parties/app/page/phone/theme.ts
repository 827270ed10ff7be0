/** Light, dark, or as the device has it: kept for each phone, and set before the first paint by `public/theme.js`. */
import { fragment } from '@kazashi/ui'

export const themes = ['device', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = (): string => `kazashi-theme ${fragment().get('phone') ?? ''}`

/** The theme that is shown. */
export function shownTheme(): Theme {
  const shown = document.documentElement.dataset['theme']
  return themes.find((theme) => theme === shown) ?? 'device'
}

/** Shows the theme at once, and from now on. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'device') delete dataset['theme']
  else dataset['theme'] = theme
  try {
    if (theme === 'device') localStorage.removeItem(key())
    else localStorage.setItem(key(), theme)
  } catch {
    // for this visit only then
  }
}
