/** What lies over the end of the window is known to the page: what takes the focus comes into view above it (`scroll-padding` in theme.css). */

const property = '--bar-height'

/** @param height pixels of the window that are covered at its end */
export const tellBarHeight = (height: number): void =>
  document.documentElement.style.setProperty(property, `${height}px`)

/** Nothing covers it any more. */
export const forgetBarHeight = (): void => {
  document.documentElement.style.removeProperty(property)
}
