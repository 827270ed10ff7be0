/** What screens call the page around a phone on the desk: by what is seen on it, since nothing there is called a top page. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { texts as iphone } from './card/iphone-read-card/texts.ts'
import { texts as android } from './card/read-card/texts.ts'

test('1-C② no screen speaks of a page by a name that stands on no page', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !file.includes('.test.'),
  )
  expect(files.length).toBeGreaterThan(200)
  const text = (file: string) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(
      /^\s*(\/\*\*|\*|\/\/).*$/gm,
      '',
    )
  expect(files.filter((file) => /トップページ|(start|front|top) page/i.test(text(file)))).toEqual(
    [],
  )
})

test('2-C ⑦, 3-C ⑦ the card is dragged onto the phone, wherever on the page the two are', () => {
  for (const { ja, en } of [android, iphone]) {
    expect(ja.onDesk).toContain('カードをつかんで、スマホに重ねます。')
    expect(en.onDesk).toContain('drag the card onto the phone')
  }
})
