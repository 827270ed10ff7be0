import { expect, test } from 'vitest'
import { hasDuplicateKeys } from './duplicate-keys.ts'

const octets = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

test.each([
  '<< /A 1 /B /A /C [ /A /A ] /D << /A 2 >> >>',
  '7 0 obj\n<< /A (>> /A /A) /B 5 0 R /C <41> >>\nstream\n<< /A /A /A >>\nendstream',
  '<< /A % /A\n 1 >>',
  '[ /A /A << /A 1 >> << /A 1 >> ]',
  '/A /A',
  '12',
])('ISO 32000-2 §7.3.7 each key once: %s', (text) => {
  expect(hasDuplicateKeys(octets(text))).toBe(false)
})

test.each([
  '<< /A 1 /A 2 >>',
  '7 0 obj << /Type /Page /A 5 0 R /B 1 /A 6 0 R >> endobj',
  '<< /B << /A 1 /A 1 >> >>',
  '<< /T (stream) /A 1 /A 2 >>',
  '<< /T (endobj \\) >>) /A 1 /A 2 >>',
  '<< /T (a(b)c) /A 1 /A 2 >>',
  '<< /T /stream /A 1 /A 2 >>',
  '<< /A 1 /#41 2 >>',
  '[ << /A 1 /A 2 >> ]',
])('ISO 32000-2 §7.3.7 a key twice, whatever stands between: %s', (text) => {
  expect(hasDuplicateKeys(octets(text))).toBe(true)
})

test.each(['<< /A 1', '<< /A (x >>', '<< /A 1 ]', '[ 1 >>'])(
  'ISO 32000-2 §7.3.7 what does not end as it began cannot be told: %s',
  (text) => {
    expect(hasDuplicateKeys(octets(text))).toBe(true)
  },
)
