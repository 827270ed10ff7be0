/**
 * A phone as a screen reader has it: by the browser's accessibility tree alone (Chrome DevTools Protocol). Each control is
 * found by role and name, each screen is judged when it is seen, and the words of live regions are recorded.
 */
import type { CDPSession } from 'playwright-core'
import { expect } from 'vitest'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'

interface Spoken {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly node: number
  readonly focused: boolean
  readonly invalid: boolean
  readonly checked: boolean
  readonly level: number | undefined
}

/** Each of these is announced by its name. */
const named = new Set(['button', 'textbox', 'checkbox', 'link', 'progressbar', 'image', 'list'])

async function spoken(cdp: CDPSession): Promise<Spoken[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  return nodes.flatMap((node) => {
    if (node.ignored || node.backendDOMNodeId === undefined) return []
    const property = (name: string): unknown =>
      node.properties?.find((one) => one.name === name)?.value.value
    const level = property('level')
    return {
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
      node: node.backendDOMNodeId,
      focused: property('focused') === true,
      invalid: property('invalid') === 'true',
      checked: property('checked') === 'true',
      level: typeof level === 'number' ? level : undefined,
    }
  })
}

/** Runs in the page: records the words a screen reader would say by itself. */
function listenToLiveRegions(): void {
  const heard: string[] = []
  Reflect.set(window, 'heard', heard)
  const live = '[role=status], [role=alert], [aria-live=polite]'
  const hear = (region: Element | null | undefined) => {
    if (region?.textContent) heard.push(region.textContent)
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      // A change inside a region is said; a region that comes with its words only if it is an alert.
      const within = target instanceof Element ? target : target.parentElement
      hear(within?.closest(live))
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue
        for (const alert of added.querySelectorAll('[role=alert]')) hear(alert)
        if (added.matches('[role=alert]')) hear(added)
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

export interface ScreenReader extends PhoneInHand {
  /** The words of the live regions so far. */
  heard(): Promise<readonly string[]>
  /** A control with a fault: the focus is on it, it is invalid, and `text` is read out with it. */
  hearFault(role: string, name: string, text: string): Promise<void>
}

export async function byScreenReader(phone: PhoneInHand): Promise<ScreenReader> {
  const { page } = phone
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Accessibility.enable')
  await cdp.send('DOM.enable')
  await page.evaluate(listenToLiveRegions)
  const isNamed = (one: Spoken, name: string | RegExp) =>
    typeof name === 'string' ? one.name === name : name.test(one.name)
  const find = async (role: string, name: string | RegExp): Promise<Spoken> => {
    const found = async () =>
      (await spoken(cdp)).filter((one) => one.role === role && isNamed(one, name))
    await expect.poll(found, { message: `${role} ${name}`, timeout: 30_000 }).toHaveLength(1)
    const [one] = await found()
    if (one === undefined) throw new Error(`${role} ${name} has gone`)
    return one
  }
  /** A screen reader's action on the element at its cursor. */
  const act = async ({ node }: Spoken) => {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node })
    await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { this.focus(); this.click() }',
    })
  }
  const set = async (name: string | RegExp, checked: boolean) => {
    const box = await find('checkbox', name)
    if (box.checked !== checked) await act(box)
  }
  const judge = async (heading: string) => {
    const all = await spoken(cdp)
    const of = (role: string) => all.filter((one) => one.role === role)
    const first = of('heading').filter(({ level }) => level === 1)
    expect(first.map(({ name }) => name)).toEqual([heading])
    expect(of('RootWebArea').map(({ name }) => name)).toEqual([heading])
    expect([of('banner').length, of('main').length], `${heading}: landmarks`).toEqual([1, 1])
    const nameless = all.filter(({ role, name }) => named.has(role) && role !== 'list' && !name)
    expect(nameless, `${heading}: without a name`).toEqual([])
    const bare = of('textbox').filter(({ description }) => description === '')
    expect(bare, `${heading}: without a description`).toEqual([])
  }
  return {
    ...phone,
    see: async (heading) => {
      await phone.see(heading)
      await judge(heading)
    },
    press: async (name) => act(await find('button', name)),
    tick: (name) => set(name, true),
    untick: (name) => set(name, false),
    tickAll: async () => {
      for (const { role, checked, name } of await spoken(cdp)) {
        if (role === 'checkbox' && !checked) await set(name, true)
      }
    },
    type: async (label, text) => {
      const { node } = await find('textbox', label)
      await cdp.send('DOM.focus', { backendNodeId: node })
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
    },
    heard: () => page.evaluate(() => Reflect.get(window, 'heard') as string[]),
    hearFault: async (role, name, text) => {
      const fault = () => find(role, name)
      await expect
        .poll(fault, { timeout: 30_000 })
        .toMatchObject({ focused: true, invalid: true, description: expect.stringContaining(text) })
    },
  }
}
