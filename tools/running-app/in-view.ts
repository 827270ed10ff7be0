/**
 * What a person sees without scrolling: the next step whole, the field with the focus above the bar of actions (WCAG 2.2, 2.4.11),
 * and each drawing and icon really drawn.
 */
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Runs in the page. @returns next steps that are not wholly in view at the top of the page, one line each */
function nextStepsOutOfView(): string[] {
  const scrolledBy = window.scrollY
  window.scrollTo(0, 0)
  const { clientHeight } = document.documentElement
  const found = [...document.querySelectorAll('[data-next-step]')].flatMap((button) => {
    const { top, bottom } = button.getBoundingClientRect()
    if (!button.checkVisibility() || (top >= 0 && bottom <= clientHeight)) return []
    return [`${button.textContent}: ${Math.round(top)} to ${Math.round(bottom)} of ${clientHeight}`]
  })
  window.scrollTo(0, scrolledBy)
  return found
}

/**
 * Runs in the page. @param which the field that has the focus, or each field once it is given the focus at the top of the page
 * @returns fields of which a part is under the bar of actions or out of the window, one line each
 */
function fieldsOutOfView(which: 'focused' | 'each'): string[] {
  const fields = 'main :is(input, select, textarea)'
  const before = document.activeElement
  const scrolledBy = window.scrollY
  const bar = document.querySelector('[data-bar]')
  const isOver = bar !== null && getComputedStyle(bar).position === 'sticky'
  const judge = (field: Element) => {
    // A check box itself is hidden: its line is what a person sees.
    const seen = field.closest('label') ?? field
    const { top, bottom } = seen.getBoundingClientRect()
    const end = isOver ? bar.getBoundingClientRect().top : document.documentElement.clientHeight
    // Scrolling stops at whole pixels, layout does not.
    if (Math.ceil(top) >= 0 && Math.floor(bottom) <= end) return []
    const name = field.getAttribute('name') ?? seen.textContent
    return [`${name}: ${Math.round(top)} to ${Math.round(bottom)}, in view to ${Math.round(end)}`]
  }
  if (which === 'focused') return before?.matches(fields) === true ? judge(before) : []
  const found = [...document.querySelectorAll<HTMLElement>(fields)].flatMap((field) => {
    if (document.activeElement === field) field.blur() // or it would stay where it is
    window.scrollTo(0, 0)
    field.focus()
    return judge(field)
  })
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  window.scrollTo(0, scrolledBy)
  return found
}

/** Runs in the page. @returns drawings and icons of which nothing is drawn */
function emptyDrawings(): string[] {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    if (!svg.checkVisibility()) return []
    const { width, height } = svg.getBBox()
    return width > 0 || height > 0 ? [] : [svg.dataset['drawing'] ?? svg.innerHTML]
  })
}

/** @param name of the screen and how it is shown, for the complaint */
export async function expectInView(page: Page | Frame, name: string): Promise<void> {
  // A page that has just grown measures its bar and moves the field within the next frame, and a drawing comes over the network.
  const none = (found: () => Promise<string[]>, message: string) =>
    expect.poll(found, { message: `${name}: ${message}` }).toEqual([])
  await none(
    () => page.evaluate(fieldsOutOfView, 'focused' as const),
    'the field with the focus is not in view',
  )
  await none(
    () => page.evaluate(fieldsOutOfView, 'each' as const),
    'not in view when they take the focus',
  )
  await none(() => page.evaluate(nextStepsOutOfView), 'the next step is under the fold')
  await none(() => page.evaluate(emptyDrawings), 'nothing is drawn')
}
