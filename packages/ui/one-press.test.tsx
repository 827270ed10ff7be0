import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'

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

/** Screens of a form with a button in the same place. */
function Form(props: { readonly onSubmit: () => void }) {
  const [at, setAt] = useState(1)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <h1>{at}</h1>
      <Button key={at} onPress={() => setAt(at + 1)}>
        next
      </Button>
      <Button type="submit" look="second">
        send
      </Button>
      <Button look="small" onPress={() => setAt(at + 1)}>
        one more
      </Button>
    </form>
  )
}

test('2-D③.complete a double click on a button leads one screen on; the keyboard goes on', async () => {
  render(<Form onSubmit={() => undefined} />)
  await userEvent.dblClick(screen.getByRole('button', { name: 'next' }))
  expect(screen.getByRole('heading').textContent).toBe('2')
  screen.getByRole('button', { name: 'next' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('heading').textContent).toBe('3')
})

test('2-D③.complete a double click submits once', async () => {
  let submitted = 0
  render(
    <Form
      onSubmit={() => {
        submitted += 1
      }}
    />,
  )
  await userEvent.dblClick(screen.getByRole('button', { name: 'send' }))
  expect(submitted).toBe(1)
})

test('5-A1 a small button that stays in its place counts every press', async () => {
  render(<Form onSubmit={() => undefined} />)
  await userEvent.dblClick(screen.getByRole('button', { name: 'one more' }))
  expect(screen.getByRole('heading').textContent).toBe('3')
})
