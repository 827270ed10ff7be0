/** The one form of secrets: what it shows, what it hides, and when an error goes. */
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type SecretEntry, SecretForm, type SecretFormProps } from './secret-form.tsx'
import { LanguageProvider } from './texts.tsx'

type Fault = 'empty' | 'form' | 'differs' | 'last-try-unconfirmed'
const faults = { empty: 'Nothing typed.', form: 'Not its form.', differs: 'They differ.' }
const fits = (value: string) => /^[A-Z0-9]{6,16}$/.test(value)

function form(more: Partial<SecretFormProps<Fault>> = {}) {
  const entries: SecretEntry[] = []
  const drawn = (fault?: Fault) => (
    <LanguageProvider first="en">
      <SecretForm<Fault>
        id="secret"
        kind="password"
        name="secret"
        label="Password"
        hint="6 to 16"
        secret="new"
        fits={fits}
        fault={fault}
        faults={faults}
        onEnter={(entry) => entries.push(entry)}
        {...more}
      >
        <button type="submit">Next</button>
      </SecretForm>
    </LanguageProvider>
  )
  const { container, rerender } = render(drawn(more.fault))
  const user = userEvent.setup()
  return {
    entries,
    text: () => container.textContent ?? '',
    /** The procedure judges the entry that was sent. */
    judge: (fault: Fault | undefined) => rerender(drawn(fault)),
    type: async (label: string, text: string) => {
      await user.clear(screen.getByLabelText(label))
      await user.type(screen.getByLabelText(label), text)
    },
    add: (label: string, text: string) => user.type(screen.getByLabelText(label), text),
    press: (name: string) => user.click(screen.getAllByRole('button', { name })[0] ?? container),
    typeOf: (label: string) => screen.getByLabelText(label).getAttribute('type'),
    isInvalid: (label: string) =>
      screen.getByLabelText(label).getAttribute('aria-invalid') === 'true',
  }
}

test('2-D ① a shown secret is hidden when the form is sent, and when the browser brings the page back', async () => {
  const shown = form({ repeat: { lead: 'Once more.', label: 'Again' } })
  const both = () => ['Password', 'Again'].map(shown.typeOf)
  const showAll = async () => {
    for (const button of screen.getAllByRole('button', { name: 'Show what I typed' })) {
      await userEvent.click(button)
    }
  }
  expect(both()).toEqual(['password', 'password'])
  await showAll()
  expect(both()).toEqual(['text', 'text'])
  await shown.press('Next')
  expect(both()).toEqual(['password', 'password'])
  await showAll()
  expect(both()).toEqual(['text', 'text'])
  fireEvent(window, new Event('pageshow'))
  expect(both()).toEqual(['password', 'password'])
})

test('2-C ④ a 17th letter is said and kept, until it is taken out', async () => {
  const shown = form()
  await shown.type('Password', 'abcdefgh12345678')
  expect(shown.text()).not.toContain('longer than 16')
  expect(shown.text()).toContain('to capitals.')
  await shown.add('Password', 'x')
  expect(shown.text()).toContain('This is longer than 16 characters.')
  await shown.press('Next')
  expect(shown.entries.map(({ value }) => value)).toEqual(['ABCDEFGH12345678X'])
  await shown.add('Password', '{Backspace}')
  expect(shown.text()).not.toContain('longer than 16')
})

test('2-D ② a PIN has a number pad and four digits; the fifth is said', async () => {
  const shown = form({ kind: 'pin', secret: 'untold' })
  const field = screen.getByLabelText('Password')
  expect(field.getAttribute('inputmode')).toBe('numeric')
  expect(field.getAttribute('autocomplete')).toBe('off')
  await shown.type('Password', '12345')
  expect(shown.text()).toContain('The fifth was not entered.')
  await shown.type('Password', '1234')
  expect(shown.text()).not.toContain('The fifth was not entered.')
  await shown.press('Next')
  expect(shown.entries.map(({ value }) => value)).toEqual(['1234'])
})

test('2-C ④ an error of the form stays while it is being corrected, and goes when it is', async () => {
  const shown = form()
  await shown.type('Password', 'AB')
  await shown.press('Next')
  shown.judge('form')
  expect(shown.text()).toContain('Not its form.')
  expect(shown.isInvalid('Password')).toBe(true)
  await shown.add('Password', 'C12')
  expect(shown.text()).toContain('Not its form.')
  await shown.add('Password', '3')
  expect(shown.text()).not.toContain('Not its form.')
  expect(shown.isInvalid('Password')).toBe(false)
})

test('2-C ④ sent wrong a second time, the same error is there again', async () => {
  const shown = form()
  shown.judge('form')
  await shown.type('Password', 'ABC123')
  expect(shown.text()).not.toContain('Not its form.')
  await shown.press('Next')
  shown.judge('form')
  expect(shown.text()).toContain('Not its form.')
})

test('2-C ④ that nothing was typed is over with the first letter', async () => {
  const shown = form()
  await shown.press('Next')
  shown.judge('empty')
  expect(shown.text()).toContain('Nothing typed.')
  await shown.add('Password', 'A')
  expect(shown.text()).not.toContain('Nothing typed.')
})

test('2-D ① two entries that differ: said at the second field, until they are the same', async () => {
  const shown = form({ repeat: { lead: 'Once more.', label: 'Again' } })
  await shown.type('Password', 'ABC123')
  await shown.type('Again', 'ABC124')
  await shown.press('Next')
  expect(shown.entries).toEqual([{ value: 'ABC123', repeated: 'ABC124', lastTryConfirmed: false }])
  shown.judge('differs')
  expect([shown.isInvalid('Password'), shown.isInvalid('Again')]).toEqual([false, true])
  expect(shown.text()).toContain('They differ.')
  await shown.type('Password', 'ABC124')
  expect(shown.text()).not.toContain('They differ.')
})

test('2-C ⑦ before the last try there is a tick, whose lack is said at the tick and at no field', async () => {
  const shown = form({ lastTry: 'I have checked it', tries: { whose: 'card', left: 1, limit: 5 } })
  expect(shown.text()).toContain('1 attempt left')
  await shown.type('Password', 'ABC123')
  await shown.press('Next')
  shown.judge('last-try-unconfirmed')
  expect(shown.text()).toContain('Check it carefully, then tick this box.')
  expect(shown.isInvalid('Password')).toBe(false)
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have checked it' }))
  expect(shown.text()).not.toContain('then tick this box.')
  await shown.press('Next')
  expect(shown.entries.map(({ lastTryConfirmed }) => lastTryConfirmed)).toEqual([false, true])
})

test('2-D ① the second field is described by the line that asks for it again', () => {
  form({ repeat: { lead: 'Once more.', label: 'Again' } })
  const ids = screen.getByLabelText('Again').getAttribute('aria-describedby')?.split(' ') ?? []
  const words = ids.map((id) => document.getElementById(id)?.textContent)
  expect(words).toContain('Once more.')
})

test('UI Events §5.7 what an input method composes is left alone until it is composed, and tidied then', async () => {
  const { entries, press } = form()
  const field = screen.getByLabelText('Password')
  if (!(field instanceof HTMLInputElement)) throw new TypeError('no field')
  fireEvent.compositionStart(field)
  for (const text of ['ａ', 'ａｂ', 'ａｂ１']) {
    fireEvent.change(field, { target: { value: text } })
    expect(field.value).toBe(text)
  }
  fireEvent.compositionEnd(field)
  expect(field.value).toBe('AB1')
  await userEvent.type(field, 'c2d')
  await press('Next')
  expect(entries).toMatchObject([{ value: 'AB1C2D' }])
})
