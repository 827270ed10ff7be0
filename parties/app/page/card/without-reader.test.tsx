/** An app alone has no reader: every procedure that needs the card says so before it asks for a password. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import Apply from '../apply/place.tsx'
import IphoneAdd from '../iphone-add/place.tsx'
import IphoneDelete from '../iphone-delete/place.tsx'
import type { PlaceProps } from '../place.ts'
import ResetSecret from '../reset-secret/place.tsx'
import Revoke from '../revoke/place.tsx'
import { show, someCertificate, someDevice } from '../test-screen.tsx'

const inUse = {
  name: 'active',
  certificates: [someCertificate('signing'), someCertificate('authentication')],
} as const

async function without(
  Place: (props: PlaceProps) => React.ReactNode,
  platform: 'android' | 'iphone',
  summary: object = inUse,
) {
  const device = { ...(await someDevice({ platform, summary })), hasReader: false }
  return show(({ frame, go }) => <Place device={device} frame={frame} go={go} />)
}
const saysSo = (shown: Awaited<ReturnType<typeof without>>) => {
  expect(shown.text()).toContain('カードの読み取り口がありません')
  expect(screen.queryByLabelText(/パスワード/)).toBeNull()
}

test('2-A without a reader an application stops at its check list, before anything is ticked or entered', async () => {
  const phones = [{ platform: 'android', model: 'test', minimumOsVersion: '6.0' }] as const
  const there = await someDevice()
  const supportedPhones = async () => ({ minimumAppVersion: '0.1.0', phones: [...phones] })
  const authority = { ...there.authority, supportedPhones }
  const device = { ...there, authority, hasReader: false }
  const shown = show(({ frame, go }) => <Apply device={device} frame={frame} go={go} />)
  await screen.findByText('カードの読み取り口がありません')
  saysSo(shown)
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(shown.buttons()).toEqual(['ホームへ'])
})

test('3-C without a reader adding the card stops before the check list', async () => {
  saysSo(await without(IphoneAdd, 'iphone', {}))
})

test('3-E ⑤ without a reader the way by the card stops, and the way by the password is open', async () => {
  const shown = await without(IphoneDelete, 'iphone')
  await shown.press('削除')
  await shown.press(/^実物のマイナンバーカードで削除/)
  saysSo(shown)
  const other = await without(IphoneDelete, 'iphone')
  await other.press('削除')
  await other.press(/^iPhoneのマイナンバーカードの署名用/)
  expect(screen.getByLabelText('署名用パスワード')).toBeTruthy()
})

test('2-F ⑥ without a reader お手元のカードを利用する stops before its password', async () => {
  const shown = await without(Revoke, 'android')
  await shown.press(/^はじめる/)
  await shown.press('お手元のカードを利用する')
  saysSo(shown)
})

test('2-D without a reader a secret cannot be reset, and that is said first', async () => {
  saysSo(await without(ResetSecret, 'android'))
})
