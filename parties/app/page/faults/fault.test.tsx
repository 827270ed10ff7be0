// @vitest-environment happy-dom
/** The words of a refusal, and the way out of it. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../test-screen.tsx'
import { DeskAddress, Fault } from './fault.tsx'

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
