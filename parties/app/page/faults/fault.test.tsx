/** The words of a refusal, and the way out of it. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../test-screen.tsx'
import { DeskAddress, Fault } from './fault.tsx'
import { IphoneWords } from './iphone-words.tsx'

test('2-C an app without a reader leads to the page that has one', () => {
  const desk = 'http://desk.kazashi.localhost:8080'
  show(() => (
    <DeskAddress value={desk}>
      <h1>x</h1>
      <Fault refusal={{ code: 'READER_MISSING' }} />
    </DeskAddress>
  ))
  const link = screen.getByRole('link', { name: 'カードと読み取り口のあるページを開く' })
  expect(link.getAttribute('href')).toBe(desk)
  show(() => <Fault refusal={{ code: 'READER_MISSING' }} />)
  expect(screen.queryByRole('link', { name: /読み取り口/ })).toBeNull()
})

test('2-C ④ 3-C ⑤⑥ where a secret of the card is wrong, the first question is whose card it is', () => {
  const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  const whose =
    'このカードが、どなたのものか確かめてください。ほかの方のカードなら、ご自分のカードに替えてください'
  for (const secret of ['signing-password', 'card-data-pin'] as const) {
    const refusal = { code: 'CARD_SECRET_WRONG', secret, triesLeft: 2 } as const
    show(() => (
      <IphoneWords>
        <Fault refusal={refusal} />
      </IphoneWords>
    ))
    expect(steps()[0]).toBe(whose)
  }
  show(() => <Fault refusal={{ code: 'CARD_SECRET_WRONG', triesLeft: 4 }} />)
  expect(steps()[0]).toBe(whose)
  show(() => <Fault refusal={{ code: 'CARD_SECRET_WRONG', triesLeft: 4 }} />, 'en')
  expect(steps()[0]).toMatch(/whose card this is/i)
})
