/** The second press of a double one does nothing: by then the next screen has another button in the same place. */
interface Click {
  /** UI Events §3.4.5: how many clicks came one right after the other at this place; 0 by keyboard. */
  readonly detail: number
  preventDefault(): void
}

/** @param onPress at a click @returns a button's `onClick`; a submit button submits at the first click alone */
export const onePress =
  (onPress?: () => void) =>
  (click: Click): void => {
    if (click.detail > 1) click.preventDefault()
    else onPress?.()
  }
