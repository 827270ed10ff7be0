/**
 * The field that a person is in stays in view when the page grows or the window shrinks: an error comes above it, the text becomes
 * larger, a keyboard comes out. Taking the focus, a browser moves the page by itself (`scroll-padding` in theme.css).
 */

const fields = 'input, select, textarea'

/** Of a check box its whole line, which is what a person sees. */
function fieldWithFocus(): Element | undefined {
  const active = document.activeElement
  if (active === null || !active.matches(fields)) return undefined
  return active.closest('label') ?? active
}

/**
 * @param bar lies over the end of the window while it is sticky
 * @returns lets go of the page
 */
export function keepFieldInView(bar: HTMLElement): () => void {
  const sizes = () =>
    [document.documentElement.scrollHeight, window.innerHeight, bar.offsetHeight].join()
  const isInView = () => {
    const box = fieldWithFocus()?.getBoundingClientRect()
    const isOver = getComputedStyle(bar).position === 'sticky'
    const end = isOver ? bar.getBoundingClientRect().top : window.innerHeight
    return box !== undefined && box.top >= 0 && box.bottom <= end
  }
  let seen = sizes()
  let wasInView = isInView()
  const bring = () => fieldWithFocus()?.scrollIntoView({ block: 'nearest' })
  /** Whoever scrolls away from the field is left there. A browser that scrolls because the page has grown means nothing by it. */
  const scrolled = () => {
    if (sizes() === seen) wasInView = isInView()
  }
  const resized = () => {
    if (wasInView && !isInView()) bring()
    seen = sizes()
  }
  const focused = () => {
    if (fieldWithFocus() !== document.activeElement) bring() // the browser sees to the box alone, not to its line
    wasInView = true
  }
  const observer = new ResizeObserver(resized)
  observer.observe(document.documentElement)
  observer.observe(bar)
  window.addEventListener('resize', resized)
  window.addEventListener('scroll', scrolled, { passive: true })
  document.addEventListener('focusin', focused)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', resized)
    window.removeEventListener('scroll', scrolled)
    document.removeEventListener('focusin', focused)
  }
}
