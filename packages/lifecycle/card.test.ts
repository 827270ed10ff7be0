import { describe, expect, test } from 'vitest'
import {
  type CardCertificateEvent,
  type CardCertificateState,
  type CardEvent,
  type CardState,
  type CertificateKind,
  cardCertificateEvents,
  cardCertificateStates,
  cardEvents,
  cardStates,
  credentialStates,
  signingEndedEvent,
  signingRefusal,
  stepCard,
  stepCardCertificate,
  stepCredential,
} from './index.ts'

/** Written a second time, by hand, so that a cell cannot change without someone meaning it. `-` is a refusal. */
const card: Record<CardState, Record<CardEvent, string>> = {
  'in-use': {
    suspend: 'suspended: signing: suspend, authentication: suspend',
    release: '-',
    renew: 'in-use: signing: replace, authentication: replace, phone: card-ended',
    move: 'in-use: signing: replace, phone: signing-ended',
    rename: 'in-use: signing: replace, phone: signing-ended',
    end: 'ended: signing: revoke, authentication: revoke, phone: card-ended',
  },
  suspended: {
    suspend: '-',
    release: 'in-use: signing: replace, authentication: release, phone: signing-ended',
    renew: '-',
    move: '-',
    rename: '-',
    end: 'ended: signing: revoke, authentication: revoke, phone: card-ended',
  },
  ended: { suspend: '-', release: '-', renew: '-', move: '-', rename: '-', end: '-' },
}

type Certificate = Record<CardCertificateState, Record<CardCertificateEvent, string>>
const over = { suspend: '-', release: '-', replace: '-', revoke: '-' }
const good = {
  suspend: 'hold: publish',
  release: '-',
  replace: 'revoked: publish, issue',
  revoke: 'revoked: publish',
}
const certificate: Record<CertificateKind, Certificate> = {
  signing: {
    good,
    hold: { ...over, replace: 'revoked: publish, issue', revoke: 'revoked: publish' },
    revoked: over,
  },
  authentication: {
    good,
    hold: { ...over, release: 'good: publish', revoke: 'revoked: publish' },
    revoked: over,
  },
}

const shown = (cell: readonly string[] | undefined) =>
  cell ? `${cell[0]}: ${cell.slice(1).join(', ')}` : '-'

describe.each(cardStates)('5-A4, 5-B1, 5-B2 a card that is %s', (state) => {
  test.each(cardEvents)('on %s', (event) => {
    expect(shown(stepCard(state, event))).toBe(card[state][event])
  })
})

describe.each(['signing', 'authentication'] as const)('5-B2 a %s certificate of a card', (kind) => {
  describe.each(cardCertificateStates)('that is %s', (state) => {
    test.each(cardCertificateEvents)('on %s', (event) => {
      expect(shown(stepCardCertificate(kind, state, event))).toBe(certificate[kind][state][event])
    })
  })
})

test('5-B2 no event makes a signing certificate good that is suspended or revoked', () => {
  for (const state of ['hold', 'revoked'] as const) {
    for (const event of cardCertificateEvents) {
      expect(stepCardCertificate('signing', state, event)?.[0]).not.toBe('good')
    }
  }
})

test('5-B1 suspending a card leaves the phone alone', () => {
  const [, ...effects] = stepCard('in-use', 'suspend') ?? []
  expect(effects.filter((effect) => effect.startsWith('phone'))).toEqual([])
})

test('5-A4 every event that revokes the authentication certificate of a card ends the phone with it', () => {
  for (const state of cardStates) {
    for (const event of cardEvents) {
      const [, ...effects] = stepCard(state, event) ?? []
      const gone = effects.some((effect) => /^authentication: (revoke|replace)$/.test(effect))
      expect(effects.some((effect) => effect === 'phone: card-ended')).toBe(gone)
    }
  }
})

test('5-B2 every effect of a card on its certificates is a cell of a good or a suspended one', () => {
  for (const state of ['in-use', 'suspended'] as const) {
    for (const event of cardEvents) {
      const [, ...effects] = stepCard(state, event) ?? []
      for (const kind of ['signing', 'authentication'] as const) {
        const name = cardCertificateEvents.find((one) =>
          effects.some((effect) => effect === `${kind}: ${one}`),
        )
        const held = state === 'in-use' ? 'good' : 'hold'
        if (name) expect(stepCardCertificate(kind, held, name), `${event} ${name}`).toBeDefined()
      }
    }
  }
})

test("5-B2 when the card's signing certificate ended, the phone keeps its authentication certificate only", () => {
  const both = ['signing', 'authentication'] as const
  expect(signingEndedEvent('active', both)).toBe('revoke-one')
  expect(signingEndedEvent('suspended', both)).toBe('revoke-one')
  expect(signingEndedEvent('active', ['signing'])).toBe('card-ended')
  expect(signingEndedEvent('applied', both)).toBe('card-ended')
  expect(signingEndedEvent('issued', both)).toBe('card-ended')
  for (const state of credentialStates) {
    expect(signingEndedEvent(state, ['authentication'])).toBeUndefined()
    const event = signingEndedEvent(state, both)
    const over = state === 'replaced' || state === 'ended'
    if (event && !over) expect(stepCredential(state, event)).toBeDefined()
  }
})

test('2-A a child gets a signing certificate from the 15th birthday on, or when it is asked for', () => {
  const birth = '2011-11-24'
  const eve = new Date('2026-11-23T23:59:59+09:00')
  const birthday = new Date('2026-11-24T00:00:00+09:00')
  expect(signingRefusal(eve, birth, false)).toBe('SIGNING_UNDER_AGE')
  expect(signingRefusal(eve, birth, true)).toBeUndefined()
  expect(signingRefusal(birthday, birth, false)).toBeUndefined()
})
