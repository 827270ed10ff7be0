import { expect, test } from 'vitest'
import { addressOf, placesAmong } from './street.ts'

const origin = (name: string) => `http://${name}.kazashi.localhost:1`
const origins = {
  authority: origin('authority'),
  app: origin('app'),
  gate: origin('gate'),
  portal: origin('portal'),
  box: origin('box'),
  desk: origin('desk'),
  bank: origin('bank'),
  cashless: origin('cashless'),
  kiosk: origin('kiosk'),
  clinic: origin('clinic'),
  mobile: origin('mobile'),
}
const reader = { id: 'r', url: 'ws://box/readers/r/connection?token=t', log: '', cardId: null }

test('1-B③ a machine is opened with its reader in the fragment, which no server sees; a site without one', () => {
  const things = { origins, machines: { kiosk: reader } }
  const kiosk = new URL(addressOf('kiosk', things, 'ja'))
  expect(kiosk.origin + kiosk.pathname + kiosk.search).toBe(`${origins.kiosk}/`)
  expect(Object.fromEntries(new URLSearchParams(kiosk.hash.slice(1)))).toEqual({
    lang: 'ja',
    reader: reader.url,
  })
  expect(addressOf('bank', things, 'en')).toBe(`${origins.bank}/#lang=en`)
})

test('1-B④ what does not run here is not offered, and what runs stands in the order of the street', () => {
  expect(placesAmong(['authority', 'clinic', 'bank'])).toEqual(['bank', 'clinic'])
  expect(placesAmong(['authority', 'box', 'desk'])).toEqual([])
})
