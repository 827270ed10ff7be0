// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Choice } from './choice.tsx'

afterEach(cleanup)

/** Screens with a row in the same place. */
function Screens() {
  const [at, setAt] = useState(1)
  return (
    <>
      <h1>{at}</h1>
      <Choice key={at} text="on" onPress={() => setAt(at + 1)} />
    </>
  )
}

test('2-D.withdraw a double click leads one screen on, and presses no row of that screen; the keyboard goes on', async () => {
  render(<Screens />)
  await userEvent.dblClick(screen.getByRole('button', { name: 'on' }))
  expect(screen.getByRole('heading').textContent).toBe('2')
  screen.getByRole('button', { name: 'on' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('heading').textContent).toBe('3')
})

test('2-D.withdraw a row is not pressed by the second click of a double one that began on another screen', async () => {
  const pressed: string[] = []
  render(<Choice text="withdraw" onPress={() => pressed.push('withdraw')} />)
  const row = screen.getByRole('button', { name: 'withdraw' })
  row.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
  expect(pressed).toEqual([])
  await userEvent.click(row)
  expect(pressed).toEqual(['withdraw'])
})
