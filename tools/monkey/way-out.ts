/** From every state the home screen or the telephone number can be reached in a few presses: it is walked, not only looked for. */
import type { Page } from 'playwright-core'
import {
  buttonCalled,
  type Control,
  fingerprint,
  look,
  touchable,
  type View,
  words,
} from './view.ts'

/** More than this a person does not press before they give up. */
const fewPresses = 4
/** Milliseconds that something may be on its way until it has to end or say why not; and that a still screen may take to change. */
const longestWait = { busy: 45_000, still: 6000 }

export const press = (page: Page, { index }: Control): Promise<void> =>
  page.locator(touchable).nth(index).click({ timeout: 3000 })

/** Waits until the view stays the same for a moment; a busy one gets a while. */
export async function settled(page: Page, patience = 4000): Promise<View> {
  const end = Date.now() + patience
  let last = await look(page)
  for (;;) {
    await page.waitForTimeout(80)
    const now = await look(page)
    const same = fingerprint(now) === fingerprint(last)
    if ((same && !now.busy && now.heading !== '') || Date.now() > end) return now
    last = now
  }
}

/** ヘルプ stands over the screen: the number is there, and 戻る leads to where one was. */
async function throughHelp(page: Page, before: View, help: Control): Promise<string | undefined> {
  await press(page, help)
  const there = await settled(page)
  if (!there.telephone) return 'ヘルプ shows no telephone number'
  const back = buttonCalled(there, words.back)
  if (back === undefined) return 'there is no way back from ヘルプ'
  await press(page, back)
  const after = await settled(page)
  // A procedure may have gone on meanwhile, but must not be back at its beginning.
  const atHome = buttonCalled(after, words.menu) !== undefined
  if (!atHome || after.heading === before.heading) return undefined
  return `ヘルプ and back lead from 「${before.heading}」 to 「${after.heading}」`
}

/** @returns why there is no way out; undefined: there is one */
export async function wayOut(page: Page, first: View): Promise<string | undefined> {
  let view = first
  const begun = Date.now()
  for (let presses = 0; presses <= fewPresses; ) {
    if (view.telephone || buttonCalled(view, words.menu) !== undefined) return undefined
    const help = buttonCalled(view, words.help)
    if (help !== undefined) return throughHelp(page, view, help)
    const next =
      buttonCalled(view, words.home) ??
      buttonCalled(view, words.back) ??
      buttonCalled(view, words.here)
    if (next !== undefined) {
      presses += 1
      await press(page, next)
    } else if (Date.now() - begun > (view.busy ? longestWait.busy : longestWait.still)) {
      return `nothing on 「${view.heading}」 leads out`
    }
    view = await settled(page)
  }
  return `no home and no telephone number within ${fewPresses} presses of 「${first.heading}」`
}
