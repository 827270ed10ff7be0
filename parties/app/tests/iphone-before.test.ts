/** 3-A to 3-C ④ on an iPhone of 390 × 844: the screens before the first secret is asked for. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { agreeAndShowFace, untilCheckList } from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand, PhoneKind } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

async function withIphone(
  way: (iphone: PhoneInHand) => Promise<void>,
  options?: Omit<PhoneKind, 'platform'>,
) {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone', ...options })
  try {
    await way(iphone)
    expect(iphone.complaints).toEqual([])
  } finally {
    await iphone.close()
  }
}

/** The authority's answer about a newer app. */
const appIsTooOld = ({ page }: PhoneInHand, minimumAppVersion: string) =>
  page.route('**/phones/supported', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': sandbox.origin('app') },
      json: {
        minimumAppVersion,
        phones: [{ platform: 'iphone', model: 'iPhone 15', minimumOsVersion: '18.5' }],
      },
    }),
  )

test('3-A.models an unsupported model gets the list of supported ones before anything is asked', () =>
  withIphone(
    async ({ page, press, see, read, look }) => {
      await press('追加をはじめる')
      await see('このiPhoneは対応していません')
      await read('このiPhoneの機種は、対応している機種一覧にありません。')
      await page.getByText('対応している機種一覧', { exact: true }).click()
      await read('iPhone XS（iOS 18.5以上）')
      await read('iPhone 16e（iOS 18.5以上）')
      await read('まだ何も入力していないので、なくなるものはありません。')
      await look('70-3B-not-supported')
      expect(await page.getByRole('textbox').count()).toBe(0)
      await press('戻る')
      await see('iPhoneのマイナンバーカード')
    },
    { model: 'iPhone 8' },
  ))

test('3-A.newest-app an old app learns the version it needs and that loading it again is enough', () =>
  withIphone(async (iphone) => {
    const { page, press, see, read, look } = iphone
    await appIsTooOld(iphone, '9.2.0')
    await press('追加をはじめる')
    await see('アプリを最新のバージョンに更新してください')
    await read(/このアプリはバージョン[\d.]+です。9\.2\.0以上が必要です。/)
    await look('71-3A-old-app')
    await page.unroute('**/phones/supported')
    await page.reload()
    await see('用意するものを確かめましょう')
    await read('このiPhoneは対応しています。')
  }))

test('3-C④.explained the camera: its purpose, the remedy after a refusal, and that practice uses none and is declared', () =>
  withIphone(async (iphone) => {
    const { page, press, see, read, look } = iphone
    const camera = await page.evaluate(async () => {
      const answer = await navigator.mediaDevices
        .getUserMedia({ video: true })
        .then(() => 'given', String)
      Reflect.set(navigator.mediaDevices, 'getUserMedia', () => {
        document.title = 'the camera was asked for'
      })
      return answer
    })
    // There is no camera; the page may ask for one, and has not.
    expect(camera).toMatch(/NotFoundError|NotAllowedError/)
    expect(iphone.complaints).toEqual([])
    await untilCheckList(iphone)
    await iphone.tick('注意事項を確認し、利用規約に同意します')
    await press('次へ')
    await see('顔の動きの撮影')
    await read('許可しなかったときは、「設定」で')
    await read('カメラがなくても、許可していなくても、ほかの方法で進めます')
    await read('申請には「練習」と記され、練習用の発行所だけが受け付けます。')
    await look('72-3C4-camera')
    await press('戻る')
    await see('注意事項と利用規約')
    await agreeAndShowFace(iphone)
    await see('実物のマイナンバーカードの券面入力用暗証番号の入力')
    expect(await page.title()).not.toContain('camera')
  }))

/** Of the field and of the bar of actions: where one ends and the other begins. */
const edges = async ({ page }: PhoneInHand, field: string) => {
  const boxOf = (selector: string) => page.locator(selector).first().boundingBox()
  const [box, bar] = await Promise.all([boxOf(field), boxOf('[data-bar]')])
  return { end: (box?.y ?? 0) + (box?.height ?? Infinity), bar: bar?.y ?? 0 }
}

test('3-C⑤.pin 3-C⑥.password on a phone as low as the one of the desk each field is seen whole without scrolling', () =>
  withIphone(
    async (iphone) => {
      const { press, see, type } = iphone
      await untilCheckList(iphone)
      await agreeAndShowFace(iphone)
      await see('実物のマイナンバーカードの券面入力用暗証番号の入力')
      const pin = await edges(iphone, '[data-testid=digit-box]')
      expect(pin.end).toBeLessThan(pin.bar)
      await type('券面入力用暗証番号', '8352')
      await press('次へ')
      await see('実物のマイナンバーカードの署名用パスワードの入力')
      const password = await edges(iphone, '[name=card-signing-password]')
      expect(password.end).toBeLessThan(password.bar)
    },
    { context: { viewport: { width: 360, height: 560 } } },
  ))

test('1-D the tint of a row under the pointer fills its group to the edges, and is round where the group is', () =>
  withIphone(async ({ page, press, see }) => {
    await press('メニュー')
    await see('メニュー')
    const group = page.locator('.grouped').nth(1)
    const tintOf = async (row: 'first' | 'last') => {
      await group.locator(`> :${row}-child`).hover()
      return await group.evaluate((element, at) => {
        const child = at === 'first' ? element.firstElementChild : element.lastElementChild
        if (child === null) throw new Error('a group without rows')
        const { left, right, backgroundColor, borderRadius } = getComputedStyle(child, '::before')
        const { width } = child.getBoundingClientRect()
        const reach = width - Number.parseFloat(left) - Number.parseFloat(right)
        const isWhole = reach === element.getBoundingClientRect().width
        const behind = getComputedStyle(child).backgroundColor
        return { isWhole, borderRadius, isSeen: backgroundColor !== behind }
      }, row)
    }
    const whole = { isWhole: true, isSeen: true }
    expect(await tintOf('first')).toEqual({ ...whole, borderRadius: '16px 16px 0px 0px' })
    expect(await tintOf('last')).toEqual({ ...whole, borderRadius: '0px 0px 16px 16px' })
  }))
