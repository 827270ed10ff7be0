import { expect, test } from 'vitest'
import { codeIn } from './portal-code.ts'

const app = 'http://app.kazashi.localhost:1'

test('1-B① the phone on the desk opens codes of the app, and no others', () => {
  const text = `${app}/login?request=http%3A%2F%2Fportal.localhost%3A1%2Flogin-requests%2F7`
  expect(codeIn({ type: 'kazashi-qr', text }, app)).toBe(text)
  expect(codeIn({ type: 'kazashi-qr', text: 'http://evil.example/login' }, app)).toBeUndefined()
  expect(codeIn({ type: 'kazashi-qr', text: 'javascript:alert(1)' }, app)).toBeUndefined()
  expect(codeIn({ type: 'kazashi-qr', text: `${text}#reader=ws://evil` }, app)).toBeUndefined()
  expect(codeIn({ type: 'kazashi-qr', text: null }, app)).toBeUndefined()
})
