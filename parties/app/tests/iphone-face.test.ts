/** 3-C ④ before a camera: the practice person makes the movements, a library measures them, and the card's photo decides. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addToWallet,
  agree,
  chooseOwnSecrets,
  enterCardSecrets,
  readCard,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
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

/** What the screen says, and the button that has the practice person do it. */
const obeyed: Readonly<Record<string, string>> = {
  '一度、正面を向いてください': '正面に戻す',
  '右へ、もう少しゆっくり向けてください': '右に向ける',
  '左へ、もう少しゆっくり向けてください': '左に向ける',
  目をゆっくり閉じてください: '目を閉じる',
  目を開けてください: '目を開ける',
}
const over = '顔の動きの撮影が終わりました'

/** Does as the screen says until it is content, however long each measurement takes. */
async function obey(page: Page): Promise<string[]> {
  const shown = async () => {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    const words = heading === over ? '' : await page.getByRole('status').first().textContent()
    return { heading: heading ?? '', words: words ?? '' }
  }
  const headings: string[] = []
  for (let last = ''; ; ) {
    const { heading, words } = await shown()
    if (heading === over) return headings
    if (headings.at(-1) !== heading) headings.push(heading)
    const button = obeyed[words]
    if (`${heading} ${words}` !== last && button !== undefined) {
      await page.getByRole('button', { name: button }).click()
    }
    last = `${heading} ${words}`
    const before = last
    await expect
      .poll(async () => Object.values(await shown()).join(' '), { timeout: 300_000 })
      .not.toBe(before)
  }
}

test('3-C④.camera 3-C④.same-face the practice person is recorded: a movement that was not made does not count, another face is refused, that of the photo is added', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, look } = iphone
  try {
    const card = await sandbox.newCard()
    const other = await sandbox.newCard()
    const record = async (name: string) => {
      await press('練習用の人物を撮影する')
      await see('誰を撮影しますか')
      await page.getByRole('button', { name }).first().click()
    }
    await untilCheckList(iphone)
    await agree(iphone)
    await see('顔の動きの撮影')

    await record(other.face.name)
    await read('つの動きのうち1つが終わりました')
    expect(await violations(page)).toEqual([])
    await look('face-recording')
    const headings = await obey(page)
    expect(headings.slice(-3).sort()).toEqual([
      '正面を向いて、まばたきをしてください',
      '顔をゆっくり右に向けてください',
      '顔をゆっくり左に向けてください',
    ])
    await see(over)
    await press('次へ')
    await enterCardSecrets(iphone, card.slip)
    await iphone.hold(card)
    await see('顔の動きの撮影')
    await read('カードの写真の人と、同じ人だと確かめられませんでした')
    await look('face-differs')
    await iphone.takeAway()

    await record(card.face.name)
    await obey(page)
    await read('申請に「練習用の人物」と記します。')
    await press('次へ')
    await readCard(iphone, card)
    await press('次へ')
    await chooseOwnSecrets(iphone)
    await addToWallet(iphone)
    await see('追加の手続きが終わりました')
    expect(iphone.complaints).toEqual([])
  } finally {
    await iphone.close()
  }
})

test('3-C④.camera without a camera, or without leave to use it, the app says so, and there is another way', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, look } = iphone
  try {
    await untilCheckList(iphone)
    await agree(iphone)
    // No machine that runs tests has a camera.
    await press('自分のカメラで撮影する')
    await see('撮影をはじめられません')
    await read('カメラが見つかりません')
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('', 'NotAllowedError'))
    })
    await press('もう一度試す')
    await read('カメラが許可されていません')
    await look('face-camera-denied')
    await press('ほかの方法を選ぶ')
    await see('顔の動きの撮影')
  } finally {
    await iphone.close()
  }
})
