/** Procedures after the first application on an Android phone, against the running system: 2-F, a forgotten password, 4-B, 5-B3. */
import { localFetch } from '@kazashi/serve'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  chooseNewPassword,
  chooseNewPin,
  handIn,
  phonePassword,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
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

/** Some minutes go by in the sandbox. */
async function minutesLater(): Promise<void> {
  const url = new URL(`${sandbox.origin('authority')}/sandbox/clock`)
  const clock = z.object({ offsetSeconds: z.number() })
  const { offsetSeconds } = clock.parse(await (await localFetch(url)).json())
  const answer = await localFetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetSeconds: offsetSeconds + 900 }),
  })
  expect(answer.ok).toBe(true)
}

async function inUse(card: Card): Promise<PhoneInHand> {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await minutesLater()
  await register(phone)
  return phone
}

/** 5-B1: a call to the hotline with the things lost. */
async function callHotline(card: Card): Promise<void> {
  const authority = sandbox.origin('authority')
  const ask = async (path: string, token?: string, body?: object): Promise<unknown> => {
    const answer = await localFetch(new URL(path, authority), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const cards = z.array(
    z.object({ id: z.string(), face: z.object({ name: z.string(), birthDate: z.string() }) }),
  )
  const told = cards.parse(
    await (await localFetch(new URL('/cards', sandbox.origin('box')))).json(),
  )
  const face = told.find(({ id }) => id === card.id)?.face
  const { hotline } = z.object({ hotline: z.string() }).parse(await ask('/sandbox/tokens'))
  const people = z
    .array(z.object({ person: z.object({ id: z.string() }).or(z.string()) }).loose())
    .parse(await ask('/hotline/people', hotline, { name: face?.name, birthDate: face?.birthDate }))
  const found = people[0]?.person
  const person = typeof found === 'string' ? found : found?.id
  await ask('/hotline/suspensions', hotline, { person, what: 'phone', reason: 'lost' })
}

test('2-F②.menu 2-F③.one 2-F⑤.notes 2-F⑥.password 2-F⑥.card 2-F⑦.last-question 2-F⑧.done 1-A②.android by the phone’s password one certificate ends, by the card at hand the other; nothing ends before the last question', async () => {
  const card = await sandbox.newCard()
  const phone = await inUse(card)
  const { press, see, read, type, untick, look } = phone
  await press('くわしい状態を見る')
  await see('このスマホの状態')
  await read('登録した（使えるようになった）')
  await read('Android端末では未対応です。')
  await look('10-status')
  await press('ホームへ')

  await press('メニュー')
  await look('11-2F1-menu')
  await press('失効')
  await see('スマホ用電子証明書の失効')
  await look('12-2F3-choose')
  await untick('スマホ用利用者証明用電子証明書')
  await press('はじめる')
  await see('パスワード入力')
  await read('スマホ用署名用電子証明書を用いて電子署名を行います。')
  await type('パスワード', 'WRONG99')
  await press('失効する')
  await read('あと4回試せます')
  await see('パスワード入力')
  await look('13-2F6-wrong-password')
  await type('パスワード', phonePassword)
  await press('失効する')
  await see('失効してよろしいですか')
  await look('14-2F7-last-question')
  await press('失効する')
  await see('失効完了')
  await read('失効が完了しました')
  await look('15-2F8-done')
  await press('メニューへ')
  await see('メニュー')

  await press('失効')
  await press('はじめる')
  await press('お手元のカードを利用する')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await press('失効する')
  await see('カードをスマホに当ててください')
  await phone.hold(card)
  await see('失効完了')
  await press('メニューへ')
  await press('戻る')
  await read('使えなくなっています')
  await look('16-2F-ended')
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('2-F.set-anew 1-C②.owner-only a locked or forgotten password of the phone is set anew with the card at hand', async () => {
  const card = await sandbox.newCard()
  const phone = await inUse(card)
  const { press, see, read, type, tick, look } = phone
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  for (const left of [4, 3, 2, 1, 0]) {
    await type('パスワード', 'WRONG99')
    if (left === 0) await tick('スマホ用に決めたパスワードと同じことを確かめました')
    await press('失効する')
    await read(left === 0 ? 'スマホ用のパスワードがロックされています' : `あと${left}回試せます`)
  }
  await look('17-2F-locked')
  await press('戻る')
  await press('戻る')
  await see('メニュー')
  await press('戻る')
  await read('パスワードがロック中')
  await look('18-home-locked')
  await press('パスワードを設定し直す')
  await look('19-anew-choose')
  await press('はじめる')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await phone.hold(card)
  await see('新しいパスワードの設定')
  await phone.takeAway()
  await chooseNewPassword(phone, 'ANEW2026')
  await see('設定し直しました')
  await look('20-anew-done')
  await press('ホームへ')
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  await type('パスワード', 'ANEW2026')
  await press('失効する')
  await press('失効する')
  await see('失効完了')
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('4-B③.menu 4-B⑤.notes 4-B⑧.agree 4-B⑭.takes-over 4-B.old-says-why 機種変更 on the new phone, with the four notes; when it is registered the old one says that it ended, and why', async () => {
  const card = await sandbox.newCard()
  const old = await inUse(card)
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, tick, type, look } = phone
  await press('メニュー')
  await press('機種変更')
  await see('用意するものを確かめましょう')
  for (const item of await page.getByRole('checkbox').all()) await item.check({ force: true })
  await read('このスマホは対応しています。')
  await look('21-4B-check-list')
  await press('次へ')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  for (const note of [
    '利用者本人のスマートフォンで行ってください。',
    '自らスマホ用電子証明書失効の手続きを行ってください。',
    '電話して一時利用停止の手続きを行ってください。',
    '虚偽の申請により不正に電子証明書を発行させた場合は、法律により罰せられます。',
  ]) {
    await read(note)
  }
  await press('申請する')
  await read('「確認しました」にチェックを付けてください。')
  await tick('確認しました')
  await look('22-4B5-notes')
  await press('申請する')
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await look('23-4B8-agree')
  await press('同意して次へ')
  await phone.takeAway()
  await chooseNewPassword(phone)
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('ホームへ')
  await read('申請中')
  await minutesLater()
  await register(phone)
  await old.read('使えなくなっています')
  await old.read('機種変更で、新しいスマホに移したため')
  await old.look('24-4B-old-phone')
  await phone.close()
  await old.close()
})

test('5-B1.phone-says 5-B3.resumes a phone that was lost says that it is suspended; found again it applies and registers anew', async () => {
  const card = await sandbox.newCard()
  const phone = await inUse(card)
  const { press, read, look } = phone
  await callHotline(card)
  await read('一時利用停止中')
  await look('25-5B-suspended')
  await press('利用再開の手続きをする')
  await read('再発行されることになります')
  await untilCard(phone, card)
  await handIn(phone, card)
  await minutesLater()
  await register(phone)
  expect(phone.complaints).toEqual([])
  await phone.close()
})
