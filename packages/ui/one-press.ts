/** The second press of a double one does nothing: by then the next screen has another button in the same place. */

/** @param onPress at a click @returns a button's `onClick`; UI Events §3.4.5: `detail` counts clicks in a row, 0 by keyboard */
export const onePress =
  (onPress?: () => void) =>
  ({ detail }: { readonly detail: number }): void => {
    if (detail <= 1) onPress?.()
  }
