/** A name with a character that a certificate cannot write: its holder reads on the phone which character stands for it. */
import { substitute } from '@kazashi/card'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

test('1-A① the details of the phone tell a resident with a variant kanji which character the certificate has in its place', async () => {
  const card = await sandbox.newVariantCard()
  const { text, flags } = substitute(card.face.name)
  const characters = new Set([...text].filter((_, index) => flags[index] === '1'))
  expect(characters.size).toBeGreaterThan(0)
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  await sandbox.moveClock('10:00')
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await register(phone)
  await phone.press('くわしい状態を見る')
  await phone.see('このスマホの状態')
  await phone.read(text)
  await phone.read(`お名前の${[...characters].map((one) => `「${one}」`).join('')}は`)
  await phone.look('10-status-substituted')
  expect(phone.complaints).toEqual([])
  await phone.close()
})
