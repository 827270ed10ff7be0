/** Words of buttons that were taken for others. */
import { expect, test } from 'vitest'
import { texts } from './texts.ts'

test('1-B① the button that enters name and address says so, and looks like no login with a certificate', () => {
  expect(texts.ja.fill).toMatch(/氏名.*住所/)
  expect(texts.ja.fill).not.toMatch(/電子証明書|ログイン|から入/)
  expect(texts.en.fill).toMatch(/name.*address/)
  expect(texts.en.fill).not.toMatch(/certificate|log/i)
})
