/** The parts of a screen as eyes, fingers and a screen reader meet them. Widths and heights are judged in Chromium (ways). */
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ActionBar } from './action-bar.tsx'
import { CardPicture } from './card-picture.tsx'
import { Choice } from './choice.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FactRows } from './rows.tsx'
import { SecretSlip } from './secret-slip.tsx'
import { StepBar } from './step-bar.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('WCAG 2.2 §4.1.2 a row is one button with its title for a name and its line for a description', async () => {
  const press = vi.fn()
  render(<Choice icon="trash" text="失効" note="利用をやめます" grave onPress={press} />)
  const row = screen.getByRole('button', { name: '失効', description: '利用をやめます' })
  expect(row.textContent).toBe('失効')
  await userEvent.click(row)
  expect(press).toHaveBeenCalledOnce()
})

test('1-D of an error the fault and the next step come first, code and telephone are folded below', () => {
  const words = { what: 'カードが離れました', why: '残っています。', next: ['もう一度かざす'] }
  render(<ErrorSummary words={words} code="CARD_AWAY" />)
  const text = screen.getByRole('alert').textContent ?? ''
  expect(text.indexOf('もう一度かざす')).toBeLessThan(text.indexOf('エラー番号 CARD_AWAY'))
  const folded = screen.getByText(/うまくいかないとき/).closest('details')
  expect(folded?.open).toBe(false)
  expect(folded?.textContent).toContain('エラー番号 CARD_AWAY')
  expect(folded?.textContent).toContain('0120-95-0178')
})

test('1-D an error code may break after an underscore only', () => {
  const words = { what: '', why: '', next: [] }
  render(<ErrorSummary words={words} code="CARD_SECRET_BLOCKED" />)
  const parts = ['CARD_', 'SECRET_', 'BLOCKED']
  const shown = [...document.querySelectorAll('.whitespace-nowrap')].map((one) => one.textContent)
  expect(shown.slice(0, 3)).toEqual(parts)
})

test('2-C ④ the paper is folded to the wanted row; the other three are one press away', () => {
  render(<SecretSlip wanted={2} />)
  const paper = screen.getByRole('region', { name: '暗証番号の控え（紙）' })
  const wanted = within(paper).getByText('利用者証明用')
  expect(wanted.closest('li')?.getAttribute('aria-current')).toBe('true')
  expect(wanted.closest('details')).toBeNull()
  const folded = within(paper)
    .getByText(/①③④は折ってあります/)
    .closest('details')
  expect(folded?.open).toBe(false)
  expect(folded?.querySelectorAll('li')).toHaveLength(3)
})

test('2-C ④ the paper as it is has all four rows open, with their secrets', () => {
  render(<SecretSlip values={['HNK47A21', '3737', '9206', '3982']} />)
  expect(document.querySelector('details')).toBeNull()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('HNK47A21'),
    expect.stringContaining('3737'),
    expect.stringContaining('9206'),
    expect.stringContaining('3982'),
  ])
})

test('WCAG 2.2 §1.3.1 where one is in a procedure: numbers, a name, and the same for a screen reader', () => {
  render(<StepBar step={{ at: 2, of: 7, name: 'カードのパスワード' }} />)
  expect(screen.getByText('2 / 7')).toBeTruthy()
  const bar = screen.getByRole('progressbar')
  expect(bar.getAttribute('aria-valuenow')).toBe('2')
  expect(bar.getAttribute('aria-valuemax')).toBe('7')
})

test('2-E ③ facts are terms with what is to be known of each', () => {
  render(<FactRows facts={[{ icon: 'calendar', about: '使える期限', fact: '2031年まで' }]} />)
  expect(screen.getByRole('term').textContent).toBe('使える期限')
  expect(screen.getByRole('definition').textContent).toBe('2031年まで')
})

test('1-A① the card on this phone says whose it is and until when, and that it is a specimen', () => {
  const facts = [['使える期限', '2031年9月28日まで']] as const
  render(<CardPicture title="スマホ用電子証明書" name="例示　太郎" facts={facts} />)
  const card = screen.getByRole('region', { name: 'スマホ用電子証明書' })
  expect(card.textContent).toContain('お名前例示　太郎')
  expect(card.textContent).toContain('2031年9月28日まで')
  expect(card.textContent).toContain('見本')
  expect(card.className).not.toContain('grayscale')
})

test('5-B1 a card that is stopped is greyed, and one without a name says nothing of it', () => {
  render(<CardPicture title="証明書" name={undefined} facts={[]} stopped />)
  const card = screen.getByRole('region')
  expect(card.className).toContain('grayscale')
  expect(card.textContent).not.toContain('お名前')
})

/** A ResizeObserver that reports once, at once. */
function seeHeight(height: number) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #report: () => void
      constructor(report: () => void) {
        this.#report = report
      }
      observe() {
        this.#report()
      }
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height)
}
const barHeight = () => document.documentElement.style.getPropertyValue('--bar-height')

test('WCAG 2.2 §2.4.11 the bar of actions stays at the bottom, and the page knows what it covers', () => {
  seeHeight(90)
  const { unmount } = render(<ActionBar column="">次へ</ActionBar>)
  expect(screen.getByText('次へ').parentElement?.className).toContain('sticky')
  expect(barHeight()).toBe('90px')
  unmount()
  expect(barHeight()).toBe('')
})

test('WCAG 2.2 §2.4.11 a bar that would cover too much of a small window stands at the end of the page', () => {
  vi.stubGlobal('innerHeight', 300)
  seeHeight(160)
  render(<ActionBar column="">次へ</ActionBar>)
  expect(screen.getByText('次へ').parentElement?.className).not.toContain('sticky')
  expect(barHeight()).toBe('0px')
})
