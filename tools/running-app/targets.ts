/** Targets for a finger: at least 44 × 44 CSS pixels (WCAG 2.2, 2.5.5), links inside a sentence excepted. */

/** CSS pixels. */
const leastTarget = 44
/** Sizes are laid out in fractions of a pixel. */
const tolerance = 0.5

/** Runs in the page. @returns targets that are too small, one line each */
export function smallTargets([least, slack]: readonly [number, number]): string[] {
  const controls = 'a[href], button, input, select, textarea, summary, [role=button], [role=link]'
  return [...document.querySelectorAll(controls)].flatMap((control) => {
    // Of a check box the whole line can be pressed.
    const pressed = control.matches('input[type=checkbox], input[type=radio]')
      ? (control.closest('label') ?? control)
      : control
    const { width, height } = pressed.getBoundingClientRect()
    if (!pressed.checkVisibility({ visibilityProperty: true }) || width === 0) return []
    const inText = pressed.matches('a') && getComputedStyle(pressed).display === 'inline'
    if (inText || (width >= least - slack && height >= least - slack)) return []
    const name = pressed.textContent?.trim() || control.getAttribute('name')
    return [`${name}: ${Math.round(width)} × ${Math.round(height)}`]
  })
}

export const targetLimits = [leastTarget, tolerance] as const
