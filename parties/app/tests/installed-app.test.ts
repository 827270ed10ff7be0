/** The app on the home screen, without a network, and with pushes, against the running system: 2-B, 3-B, 2-D, 2-E, 5-A1. */
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PushService, type Subscribed, startPushService } from '../../../tools/push-service.ts'
import {
  chooseNewPassword,
  chooseNewPin,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { serveCopy } from './served-copy.ts'
import {
  deliverPush,
  notificationsOf,
  pressNotification,
  takeNetwork,
  workerOf,
  workerReady,
} from './service-worker.ts'

let sandbox: Sandbox
let chromium: Browser
let pushes: PushService
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openChromium()
  pushes = await startPushService()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await pushes?.close()
  await sandbox?.stop()
})

const picture = (name: string) =>
  join(import.meta.dirname, `../../../test-results/android/${name}.png`)

const app = () => sandbox.origin('app')

/** @returns the network is back */
async function goOffline(context: BrowserContext): Promise<() => Promise<void>> {
  const giveBack = await takeNetwork(chromium, app())
  await context.setOffline(true)
  return async () => {
    await giveBack()
    await context.setOffline(false)
  }
}

/** Up to the PIN of 2-D ②, where the next press hands the application in. */
async function untilPin(phone: PhoneInHand): Promise<void> {
  const card = await sandbox.newCard()
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await phone.hold(card)
  await phone.see('カードの読み取りに成功しました')
  await phone.press('次へ')
  await phone.takeAway()
  await chooseNewPassword(phone)
}

test('2-B.install 3-B.install the app can be installed, and the menu explains the steps on each kind of phone', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, look } = phone
  await workerReady(page)
  const session = await page.context().newCDPSession(page)
  const manifest = await session.send('Page.getAppManifest')
  expect(manifest.errors).toEqual([])
  expect(manifest.url).toBe(`${app()}/manifest.webmanifest`)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A test's window is a private one, in which nothing is ever installed.
  const ids = installabilityErrors.map(({ errorId }) => errorId)
  expect(ids.filter((id) => id !== 'in-incognito')).toEqual([])

  await press('メニュー')
  await press('ホーム画面に追加する')
  await see('ホーム画面に追加する')
  await read('Chromeの右上の「︙」を押します')
  await look('30-2B-install')
  await page.evaluate(() => {
    const prompt = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        document.body.dataset['asked'] = 'yes'
      },
    })
    window.dispatchEvent(prompt)
    if (!prompt.defaultPrevented) throw new Error('the browser asks by itself')
  })
  await press('ホーム画面に追加する')
  await read('スマホの確認の画面で「インストール」を押すと、アイコンができます。')
  await page.locator('body[data-asked=yes]').waitFor()
  await phone.close()

  const iphone = await takePhone(chromium, sandbox, { platform: 'iphone' })
  await iphone.press('メニュー')
  await iphone.press('ホーム画面に追加する')
  await iphone.read('「ホーム画面に追加」を押します')
  await iphone.look('62-3B-install')
  expect([...phone.complaints, ...iphone.complaints]).toEqual([])
  await iphone.close()
})

test('2-D③.offline 2-B.offline without a network the application is kept and goes out by itself when there is one; the app opens offline and says so', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, look } = phone
  const context = page.context()
  await workerReady(page)
  // Issued in the morning: till then it waits.
  await sandbox.moveClock('20:00')
  await untilPin(phone)
  const goOnline = await goOffline(context)
  await chooseNewPin(phone)
  await read('つながると、自動で送ります')
  await read('入れた内容は残っています')
  await look('31-2D-no-network')
  await goOnline()
  await see('申請が完了しました')
  await press('ホームへ')

  const goOnlineAgain = await goOffline(context)
  await page.reload()
  await read('申請中')
  await read('いま、つながっていません。')
  await look('32-home-offline')
  await press('メニュー')
  await press('お知らせ')
  await see('お知らせ')
  await read('お知らせはありません。')
  await page.goto(`${app()}/login?request=x`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(`${app()}/`)
  await read('申請中')
  await goOnlineAgain()
  await page.getByText('いま、つながっていません。').waitFor({ state: 'hidden' })

  const kept = await page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys()) found.push(url)
    }
    return found
  })
  expect(kept).toContain(`${app()}/index.html`)
  expect(kept).toContain(`${app()}/theme.js`) // its colours are the chosen ones offline, too
  for (const url of kept) {
    expect(url).toMatch(
      /\/(assets\/[\w.-]+|index\.html|theme\.js|config\.json|icon[\w-]*\.(svg|png)|(manifest|operating)\.webmanifest)$/,
    )
    expect(url.startsWith(app()), url).toBe(true)
  }
  await phone.close()
})

test('2-B the service worker is limited to its party: pages of other origins have none', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const { page } = phone
  await workerReady(page)
  const context = page.context()
  for (const party of ['portal', 'desk', 'authority']) {
    const other = await context.newPage()
    await other.goto(`${sandbox.origin(party)}/${party === 'authority' ? 'docs' : ''}`)
    const found = await other.evaluate(async () => ({
      controlled: navigator.serviceWorker.controller !== null,
      registered: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(found, party).toEqual({ controlled: false, registered: 0 })
    if (party !== 'desk') await other.close()
  }
  expect(context.serviceWorkers().map((worker) => worker.url())).toEqual(
    context.serviceWorkers().map(() => `${app()}/service-worker.js`),
  )
  await phone.close()
})

/** Stands for the browser's push service, which a browser in a test lacks: the loopback one replaces it. */
async function withPushService(context: BrowserContext): Promise<Subscribed[]> {
  const subscribed: Subscribed[] = []
  await context.grantPermissions(['notifications'], { origin: app() })
  await context.exposeFunction('subscribeAtService', (key: string) => {
    const browser = pushes.subscribe(key)
    subscribed.push(browser)
    return browser.json
  })
  await context.addInitScript(() => {
    let current: object | null = null
    Object.assign(PushManager.prototype, {
      getSubscription: async () => current,
      subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
        const key = btoa(String.fromCharCode(...applicationServerKey))
        const ask: (key: string) => Promise<object> = Reflect.get(window, 'subscribeAtService')
        const json = await ask(key.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
        current = {
          options: { applicationServerKey: applicationServerKey.buffer },
          toJSON: () => json,
          unsubscribe: async () => {
            current = null
            return true
          },
        }
        return current
      },
    })
  })
  return subscribed
}

test('2-D③.notice 2-E① a push of the authority reaches the phone whose app is closed, and a press on it leads to 「登録する」', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, look } = phone
  const context = page.context()
  const subscribed = await withPushService(context)
  await page.reload()
  await workerReady(page)
  await sandbox.moveClock('20:00')
  await untilPin(phone)
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await read('アプリを閉じていても、このスマホの画面でお知らせします。')
  await look('33-2D-push-offered')
  await press('通知を受け取る')
  await read('プッシュ通知を受け取ります')
  await look('34-2D-push-on')
  await page.goto('about:blank')

  await sandbox.moveClock('10:00')
  const [browser] = subscribed
  await browser?.asked(1)
  const [message = ''] = browser?.receive() ?? []
  const bystander = await context.newPage()
  await bystander.goto(`${app()}/manifest.webmanifest#phone=other`)
  const session = await context.newCDPSession(bystander)
  await deliverPush(session, app(), message)
  const worker = workerOf(context)
  const shown = () =>
    worker.evaluate(async () => {
      const registration: ServiceWorkerRegistration = Reflect.get(globalThis, 'registration')
      return (await registration.getNotifications()).map(({ title, tag, data, lang }) => ({
        title,
        tag,
        data,
        lang,
      }))
    })
  await expect.poll(shown).toHaveLength(1)
  expect(await shown()).toMatchObject([
    { title: 'スマホ用電子証明書を登録できます', data: { open: 'register' }, lang: 'ja' },
  ])
  expect(await pressNotification(worker)).toEqual(['/?open=register'])
  await bystander.close()
  await page.goto(`${app()}/?open=register`)
  await see('スマホ用電子証明書を登録します')
  await press('戻る')

  // The app is visible: it shows the notice itself, and there is no notification.
  await deliverPush(await context.newCDPSession(page), app(), message)
  await read('お知らせが届きました')
  expect(await notificationsOf(page)).toEqual([])

  await press('メニュー')
  await press('お知らせ')
  await read('プッシュ通知を受け取ります')
  await look('35-notices-push')
  const before = subscribed.length
  await press('通知を止める')
  await press('通知を受け取る')
  await read('プッシュ通知を受け取ります')
  expect(subscribed).toHaveLength(before + 1)
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('5-A1.told-anyway where push is impossible or refused the app says so, and the notice arrives while it is open', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, look } = phone
  const context = page.context()
  await context.grantPermissions(['notifications'], { origin: app() })
  await sandbox.moveClock('20:00')
  await untilPin(phone)
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('通知を受け取る')
  await read('プッシュ通知は使えません。アプリを開いている間は、ここに届きます。')
  await look('36-2D-push-failed')
  await sandbox.moveClock('10:00')
  await read('お知らせが届きました。登録できます。')
  await look('37-2D-notice-came')
  await press('登録する')
  await see('スマホ用電子証明書を登録します')
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('2-B.update a new version found in the middle of a procedure changes nothing there; on the home screen 「更新する」 brings it', async () => {
  const copy = await serveCopy()
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const supported = {
    minimumAppVersion: '0.1.0',
    phones: [{ platform: 'android', model: 'Kazashi Android', minimumOsVersion: '6.0' }],
  }
  await context.route(`${copy.authority}/**`, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': copy.origin },
      json: route.request().url().endsWith('/supported') ? supported : { offsetSeconds: 0 },
    }),
  )
  try {
    // Without a reader the check list would stop before any secret (2-C); this one is never called.
    const reader = `ws://127.0.0.1:${new URL(copy.origin).port}/readers/none/connection`
    await page.goto(`${copy.origin}/#${new URLSearchParams({ reader })}`)
    await workerReady(page)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await press('スマホ用電子証明書を申請する')
    // The code of the procedure is loaded now; its boxes are there with this.
    await page.getByText('このスマホは対応しています。').waitFor()
    for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
    await press('次へ')
    const password = page.getByLabel('パスワード', { exact: true })
    await password.fill('ABC123')

    const newer = copy.publishNewer()
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      // As when the app comes to the front.
      document.dispatchEvent(new Event('visibilitychange'))
      const found = registration.installing ?? registration.waiting
      const worker =
        found ??
        (await new Promise<ServiceWorker | null>((resolve) => {
          registration.addEventListener('updatefound', () => resolve(registration.installing), {
            once: true,
          })
        }))
      while (worker !== null && worker.state === 'installing') {
        await new Promise((next) => worker.addEventListener('statechange', next, { once: true }))
      }
      if (registration.waiting === null) throw new Error(`it is ${worker?.state}`)
    })
    expect(await password.inputValue()).toBe('ABC123')
    expect(await page.getByText('新しい版があります').count()).toBe(0)
    await press('戻る')
    await press('戻る')
    await page.getByText('新しい版があります').waitFor()
    await page.screenshot({ path: picture('38-new-version') })
    await press('更新する')
    await page.locator(`meta[name=kazashi-build][content=${newer}]`).waitFor({ state: 'attached' })
    await page.getByText('まだ何も入っていません').waitFor()
    await workerReady(page)
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .toEqual(expect.not.arrayContaining([expect.stringMatching(/^kazashi-page-(?!newer)/)]))
    expect(await page.getByText('新しい版があります').count()).toBe(0)
  } finally {
    await context.close()
    await copy.close()
  }
})
