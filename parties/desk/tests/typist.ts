/** A person without a mouse: Tab to the element, then Space, Enter or letters. Nothing is focused by other means. */
import type { Page } from 'playwright-core'

/** More Tab presses than any screen needs; beyond it the element cannot be reached. */
const patience = 150

export interface Typist {
  /** A button by its words. */
  press(name: string): Promise<void>
  tick(label: string): Promise<void>
  /** Into the field of that name. */
  type(field: string, text: string): Promise<void>
  /** Into the field of that label. */
  typeAt(label: string, text: string): Promise<void>
  enter(): Promise<void>
}

interface Focused {
  /** Of a button or a check box. */
  readonly words: string
  /** Of a field. */
  readonly field: string
  readonly label: string
}

/** The element with the focus, in any frame: words of a button or label, and name of a field. */
async function focused(page: Page): Promise<Focused> {
  for (const frame of page.frames()) {
    const found = await frame
      .evaluate(() => {
        const active = document.activeElement
        if (!document.hasFocus() || active === null || active === document.body) return undefined
        if (active.tagName === 'IFRAME') return undefined
        const label = active.closest('label')?.textContent ?? ''
        const words = active.getAttribute('aria-label') ?? (label || active.textContent || '')
        const field = active.getAttribute('name') ?? ''
        const labels = active instanceof HTMLInputElement ? active.labels : undefined
        return { words: words.trim(), field, label: labels?.[0]?.textContent.trim() ?? '' }
      })
      .catch(() => undefined)
    if (found !== undefined) return found
  }
  return { words: '', field: '', label: '' }
}

export function typist(page: Page): Typist {
  const tabTo = async (is: (found: Focused) => boolean, what: string) => {
    for (let tabs = 0; tabs < patience; tabs += 1) {
      if (is(await focused(page))) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no Tab leads to ${what}`)
  }
  const named = (name: string) => (found: { words: string }) =>
    found.words.replace(/[▶☰<?\s]+$/u, '').trim() === name
  return {
    press: async (name) => {
      await tabTo(named(name), name)
      await page.keyboard.press('Enter')
    },
    tick: async (label) => {
      await tabTo(named(label), label)
      await page.keyboard.press('Space')
    },
    type: async (field, text) => {
      await tabTo((found) => found.field === field, field)
      await page.keyboard.type(text)
    },
    typeAt: async (label, text) => {
      await tabTo((found) => found.label === label, label)
      await page.keyboard.type(text)
    },
    enter: () => page.keyboard.press('Enter'),
  }
}
