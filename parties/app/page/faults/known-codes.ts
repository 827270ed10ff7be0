/** Recognises codes of refusals in data from outside: a thrown error, another party's answer. */
import { type FaultCode, iphoneOnly, type SpokenCode, sameAs, toldAsUnexpected } from './codes.ts'
import { ja } from './ja.ts'

const others = new Set<string>([...Object.keys(sameAs), ...iphoneOnly, ...toldAsUnexpected])

export const isSpokenCode = (code: string): code is SpokenCode => Object.hasOwn(ja.words, code)

export const isFaultCode = (code: string): code is FaultCode =>
  isSpokenCode(code) || others.has(code)
