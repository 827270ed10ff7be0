/** View of the app at a moment: heading, controls to press or fill in, a telephone number. */
import type { Page } from 'playwright-core'

export interface Control {
  /** Of `controls` in the document's order. */
  readonly index: number
  readonly kind: 'button' | 'link' | 'check' | 'choice' | 'field' | 'disclosure'
  readonly name: string
  readonly checked?: boolean
  /** Of a field: its `name`, and whether it takes digits only. */
  readonly field?: string
  readonly digits?: boolean
}

export interface View {
  readonly heading: string
  /** Alerts, such as an error. */
  readonly alerts: readonly string[]
  readonly controls: readonly Control[]
  /** Something is being done, and nothing can be seen of its end. */
  readonly busy: boolean
  /** A telephone number to call. */
  readonly telephone: boolean
  readonly path: string
}

/** Elements that a finger can touch. */
export const touchable = 'button, a[href], input, summary'

/** In the page: nothing from outside this function is there. */
function seen(selector: string): View {
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const text = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  const all = [...document.querySelectorAll(selector)]
  const controls = all.flatMap((element, index): Control[] => {
    if (!isSeen(element)) return []
    if (element instanceof HTMLInputElement) {
      const name = text(element.labels?.[0]) || (element.getAttribute('aria-label') ?? '')
      if (element.type === 'checkbox') {
        return [{ index, kind: 'check', name, checked: element.checked }]
      }
      if (element.type === 'radio') return [{ index, kind: 'choice', name }]
      const digits = element.inputMode === 'numeric'
      return [{ index, kind: 'field', name, field: element.name, digits }]
    }
    const name = text(element) || (element.getAttribute('aria-label') ?? '')
    if (element instanceof HTMLAnchorElement) {
      return [{ index, kind: 'link', name: `${name} ${element.href}` }]
    }
    return [{ index, kind: element.localName === 'summary' ? 'disclosure' : 'button', name }]
  })
  const visible = (what: string) => [...document.querySelectorAll(what)].filter(isSeen)
  return {
    heading: text(visible('h1')[0]),
    alerts: visible('[role=alert]').map((element) => text(element.querySelector('h2') ?? element)),
    controls,
    busy: visible('.spinning').length > 0,
    telephone: visible('[data-telephone]').length > 0,
    path: location.pathname,
  }
}

export const look = (page: Page): Promise<View> => page.evaluate(seen, touchable)

/** Views that differ only in numbers, dates, ticks and entries are one state. */
export function fingerprint({ heading, alerts, controls, busy }: View): string {
  const plain = (text: string) => text.replaceAll(/\d+/g, '#').slice(0, 60)
  const things = controls.map(({ kind, name }) => `${kind}:${plain(name)}`)
  return [plain(heading), ...alerts.map(plain), ...things, busy ? 'busy' : ''].join('|')
}

/** Ways of saying it in the two languages of the app. */
export const words = {
  help: /^(ヘルプ|Help)$/,
  back: /^(戻る|Back)$/,
  menu: /^(メニュー|Menu)$/,
  home: /^(ホームへ|Home|To the menu|メニューへ)$/,
  here: /^(この画面で使う|Use it here)$/,
} as const

export const buttonCalled = (view: View, name: RegExp): Control | undefined =>
  view.controls.find((control) => control.kind === 'button' && name.test(control.name))
