import { expect, test } from 'vitest'
import { scrypt as inPage } from './scrypt.browser.ts'
import { scrypt as inNode } from './scrypt.node.ts'
import { secretCost } from './sealing.ts'

const ascii = (text: string) => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test.each([
  ['in a page', inPage],
  ['in Node', inNode],
])('RFC 7914 §12 the vectors come out %s', async (_, scrypt) => {
  expect(hex(await scrypt(ascii(''), ascii(''), { N: 16, r: 1, p: 1 }, 64))).toBe(
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  )
  expect(hex(await scrypt(ascii('password'), ascii('NaCl'), { N: 1024, r: 8, p: 16 }, 64))).toBe(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
  )
  const cost = { N: 16384, r: 8, p: 1 }
  expect(hex(await scrypt(ascii('pleaseletmein'), ascii('SodiumChloride'), cost, 64))).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  )
})

test('RFC 7914 §6 a secret that was sealed in a page opens in Node, at the cost of a PIN', async () => {
  const [pin, salt] = [ascii('8352'), ascii('salt')]
  const paged = await inPage(pin, salt, secretCost, 32)
  expect(hex(await inNode(pin, salt, secretCost, 32))).toBe(hex(paged))
})
