/** The warning about deleted keys, by the browser's own promise. */
import { expect, test, vi } from 'vitest'
import { show } from '../test-screen.tsx'
import { StorageNote } from './note.tsx'

const withStorage = (persisted: () => Promise<boolean>) =>
  vi.stubGlobal('navigator', { ...navigator, storage: { persisted } })

test('2-E 3-D the note names the ways keys are deleted, and whether the browser does it by itself', async () => {
  withStorage(async () => true)
  const kept = show(() => <StorageNote platform="android" />)
  expect(kept.text()).toContain('「サイトデータの削除」')
  expect(kept.text()).toContain('「メニュー」→「機種変更」')
  await expect.poll(kept.text).toContain('ブラウザが自動で消すことはありません')
  withStorage(async () => false)
  const may = show(() => <StorageNote platform="iphone" />)
  expect(may.text()).toContain('「履歴とWebサイトデータを消去」')
  await expect.poll(may.text).toContain('ブラウザが自動で消すことがあります')
  withStorage(() => Promise.reject(new TypeError('closed')))
  const silent = show(() => <StorageNote platform="iphone" />, 'en')
  await expect.poll(silent.text).toContain('The browser may delete them by itself')
  vi.unstubAllGlobals()
})
