/** The same hands without a pointer: Tab, Shift+Tab, Space, Enter and letters. The focus is always visible (WCAG 2.2, 2.1.1, 2.4.7, 2.4.11). */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'

/** More than any screen has controls. */
const mostTabs = 40
/** CSS pixels (WCAG 2.2, 2.4.13). */
const thinnest = 2

/** Runs in the page. @returns the fault of the focus's place; undefined: it is visible */
function whyFocusIsNotSeen(least: number): string | undefined {
  const active = document.activeElement
  if (active === null || active === document.body) return undefined
  const name = `${active.tagName} ${active.textContent ?? ''}`
  // The box itself is hidden; its line is drawn around.
  const drawn = active.closest('label[data-focus-visible]') ?? active
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn)
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < least) {
    return `${name}: no line around it`
  }
  const { top, bottom, left, right } = drawn.getBoundingClientRect()
  // Scrolling stops at whole pixels, layout does not.
  const [above, below] = [Math.ceil(top), Math.floor(bottom)]
  if (above < 0 || left < 0 || below > innerHeight || right > innerWidth) {
    return `${name}: outside the window, from ${top} to ${bottom} of ${innerHeight}, scrolled by ${scrollY}`
  }
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const free = there !== null && (drawn.contains(there) || there.contains(drawn))
  return free ? undefined : `${name}: something lies over it`
}

export function byKeyboard(phone: PhoneInHand): PhoneInHand {
  const { page } = phone
  const { keyboard } = page
  const isAt = (target: Locator) => target.evaluate((one) => one === document.activeElement)
  const isBefore = (target: Locator) =>
    target.evaluate((one) => {
      const active = document.activeElement
      if (active === null || active === document.body) return false
      return Boolean(active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
    })
  const reach = async (target: Locator) => {
    await target.waitFor({ state: 'attached' })
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await isAt(target)) return
      await keyboard.press((await isBefore(target)) ? 'Shift+Tab' : 'Tab')
      await expect.poll(() => page.evaluate(whyFocusIsNotSeen, thinnest)).toBeUndefined()
    }
    throw new Error(`${target} is not reached by Tab`)
  }
  const set = async (box: Locator, checked: boolean) => {
    await reach(box)
    if ((await box.isChecked()) !== checked) await keyboard.press('Space')
    expect(await box.isChecked()).toBe(checked)
  }
  const boxOf = (name: string | RegExp) =>
    page.getByRole('checkbox', typeof name === 'string' ? { name, exact: true } : { name })
  return {
    ...phone,
    press: async (name) => {
      await reach(page.getByRole('button', { name, exact: true }))
      await keyboard.press('Enter')
    },
    tick: (name) => set(boxOf(name), true),
    untick: (name) => set(boxOf(name), false),
    tickAll: async () => {
      for (const box of await page.getByRole('checkbox').all()) await set(box, true)
    },
    type: async (label, text) => {
      const field = page.getByLabel(label, { exact: true })
      await reach(field)
      if ((await field.inputValue()) !== '') await keyboard.press('ControlOrMeta+A')
      await keyboard.type(text)
    },
  }
}
