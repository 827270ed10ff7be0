/** 2-C ⑤⑥, in the words of the course. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../../test-screen.tsx'
import type { ApplyEvent, ApplyState } from '../table.ts'
import { ChooseCertificates } from './screen.tsx'

type Choosing = Extract<ApplyState, { name: 'choose' }>

const both = ['signing', 'authentication'] as const
const choose = (
  more: Partial<Choosing> = {},
  language: 'ja' | 'en' = 'ja',
  purpose: ApplicationPurpose = 'new',
) =>
  show<ApplyEvent>(
    ({ send, frame }) => (
      <ChooseCertificates
        state={{ name: 'choose', kinds: both, confirmed: false, faults: [], ...more }}
        send={send}
        frame={frame}
        purpose={purpose}
      />
    ),
    language,
  )

test('2-C ⑤ two boxes; the screen says how to leave one out', async () => {
  const shown = choose()
  expect(shown.text()).toContain(
    '片方のスマホ用電子証明書のみを申請する方は、申請しないスマホ用電子証明書のチェックを外してください。',
  )
  await shown.tick('スマホ用署名用電子証明書')
  await shown.tick('スマホ用利用者証明用電子証明書')
  expect(shown.sent).toEqual([
    { type: 'chosen', kind: 'signing', checked: false },
    { type: 'chosen', kind: 'authentication', checked: false },
  ])
})

test('2-C ⑤ a box that is not ticked can be ticked again', async () => {
  const shown = choose({ kinds: ['signing'] })
  await shown.tick('スマホ用利用者証明用電子証明書')
  expect(shown.sent).toEqual([{ type: 'chosen', kind: 'authentication', checked: true }])
})

test('2-C ⑤ the purpose of each can be opened', () => {
  const text = choose().text()
  expect(text).toContain('スマホ用署名用電子証明書とは')
  expect(text).toContain('利用者本人が送信したものであること')
  expect(text).toContain('スマホ用利用者証明用電子証明書とは')
  expect(text).toContain('「ログインした者が、利用者本人であること」を証明することができます。')
})

test('2-C ⑥ the notes to the end, 「確認しました」, 「申請する」', async () => {
  const shown = choose()
  expect(screen.getByRole('heading', { name: '注意事項' }).tagName).toBe('H2')
  expect(shown.text()).toContain(
    '確認をしたら、「確認しました」をチェックし「申請する」をタップしてください。',
  )
  expect(shown.text()).toContain('電子署名は署名や押印に相当する法的効果があり、')
  expect(shown.text()).toContain('利用者本人のスマートフォンで行ってください。')
  expect(shown.text()).toContain('自らスマホ用電子証明書失効の手続きを行ってください。')
  expect(shown.text()).toContain('電話して一時利用停止の手続きを行ってください。')
  expect(shown.text()).toContain('法律により罰せられます。')
  expect(
    screen.getByRole('heading', {
      name: '【地方公共団体情報システム機構からのお知らせ】スマホ用電子証明書のご利用にあたっての注意事項',
    }).nextElementSibling?.children,
  ).toHaveLength(5)
  expect(shown.buttons()).toEqual(['申請する'])
  await shown.tick('確認しました')
  await shown.press('申請する')
  expect(shown.sent).toEqual([{ type: 'confirmed', checked: true }, { type: 'apply' }])
})

test('4-B ⑤ its lead is the course’s own', () => {
  const lead = '確認したら、「確認しました」をチェックし「申請する」をタップしてください。'
  expect(choose({}, 'ja', 'switch').text()).toContain(lead)
  expect(choose().text()).not.toContain(lead)
})

test('2-C ⑤⑥ missing ticks are named at their boxes', () => {
  const none = '少なくとも1つ、チェックを付けてください。'
  const unread = '注意事項を読んで、「確認しました」にチェックを付けてください。'
  choose()
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  const kinds = choose({ kinds: [], faults: ['kinds'] }).text()
  expect(kinds).toContain(none)
  expect(kinds).not.toContain(unread)
  const confirmed = choose({ faults: ['confirmed'] }).text()
  expect(confirmed).toContain(unread)
  expect(confirmed).not.toContain(none)
})

test('2-C ⑤⑥ it is there in English, with the notes as they are valid', () => {
  const shown = choose({ kinds: [], faults: ['kinds', 'confirmed'] }, 'en')
  expect(shown.heading()).toBe('Choose the smartphone certificates to use')
  expect(shown.text()).toContain('The official notes are in Japanese only.')
  expect(shown.text()).toContain('Tick at least one of them.')
  expect(shown.text()).toContain('Read the notes and tick “I have read the notes”.')
  expect(shown.text()).toContain('法律により罰せられます。')
  expect(shown.buttons()).toEqual(['Apply'])
  expect(choose().text()).not.toContain('The official notes')
})
