/** 5-A1: the mark at the bell of both home screens. */
import type { NoticeView } from '@kazashi/phone'
import { act, render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { Device } from '../phone/device.ts'
import type { PlaceName } from '../place-name.ts'
import { show, someDevice } from '../test-screen.tsx'
import { Corner } from './corner.tsx'
import { UnreadNotices, unreadOf, useUnread } from './unread.ts'

const notice = (id: string): NoticeView => ({
  id,
  kind: 'ready-to-register',
  at: '2026-11-24T09:05:00+09:00',
  applicationId: 'a1',
  undeliverable: false,
  title: '見出し',
  text: '本文',
})
const two = [notice('second'), notice('first')]

beforeEach(() => localStorage.clear())

const bell = (unread: number, language?: 'en') =>
  show(
    ({ go }) => (
      <UnreadNotices value={unread}>
        <Corner go={go} menu="メニュー" notices={language ? 'Notifications' : 'お知らせ'} />
      </UnreadNotices>
    ),
    language,
  )

test('5-A1 the bell says how many notices are unread, to the eye and to a screen reader, and nothing when all are read', () => {
  const named = (name: string) => screen.getByRole('button', { name }).textContent
  bell(0)
  expect(named('お知らせ')).toBe('お知らせ')
  bell(2)
  expect(named('お知らせ、未読2件')).toBe('お知らせ、未読2件2')
  bell(12)
  expect(named('お知らせ、未読12件')).toMatch(/9\+$/)
  bell(12, 'en')
  expect(named('Notifications, 12 unread')).toMatch(/9\+$/)
})

test('5-A1 unread are those newer than the last one read; of another owner none was read', () => {
  expect(unreadOf(two, null)).toBe(2)
  expect(unreadOf(two, 'first')).toBe(1)
  expect(unreadOf(two, 'second')).toBe(0)
  expect(unreadOf(two, 'of another owner')).toBe(2)
  expect(unreadOf([], 'first')).toBe(0)
})

function Count(props: { device: Device; notices: readonly NoticeView[]; place: PlaceName }) {
  return <p role="status">{useUnread(props.device, props.notices, props.place)}</p>
}

test('5-A1 the inbox reads all, home does not; it stays read when the app is opened again, for this phone alone', async () => {
  const device = await someDevice()
  const count = () => screen.getByRole('status').textContent
  const at = (place: PlaceName, notices = two, of = device) => (
    <Count device={of} notices={notices} place={place} />
  )
  const { rerender, unmount } = render(at('home'))
  expect(count()).toBe('2')
  act(() => rerender(at('menu')))
  expect(count()).toBe('2')
  act(() => rerender(at('notices')))
  expect(count()).toBe('0')
  act(() => rerender(at('home')))
  expect(count()).toBe('0')
  act(() => rerender(at('home', [notice('third'), ...two])))
  expect(count()).toBe('1')
  unmount()
  const again = render(at('home'))
  expect(count()).toBe('0')
  again.unmount()
  render(at('home', two, { ...device, name: 'another' }))
  expect(count()).toBe('2')
})
