/** Words that are kept: by phones, by the database, by certificates. One may come; none may go or change. */
import { expect, test } from 'vitest'
import {
  applicationEvents,
  applicationPurposes,
  applicationStates,
  biometricEvents,
  biometricStates,
  cardCertificateEvents,
  cardCertificateStates,
  cardEvents,
  cardStates,
  carriers,
  certificateKinds,
  certificateStatuses,
  credentialEvents,
  credentialReasons,
  credentialStates,
  noticeKinds,
  phonePlatforms,
  registrationDays,
  sexes,
} from './index.ts'

test.each<[string, readonly string[], string]>([
  ['kinds of certificates', certificateKinds, 'signing authentication'],
  ['carriers', carriers, 'card phone'],
  ['statuses of certificates', certificateStatuses, 'signed good hold revoked'],
  ['platforms', phonePlatforms, 'android iphone'],
  ['sexes', sexes, 'male female not-applicable'],
  ['states of a credential', credentialStates, 'applied issued active suspended replaced ended'],
  [
    'events of a credential',
    credentialEvents,
    'issue withdraw lapse register suspend resume revoke-one revoke-all delete card-ended switch',
  ],
  [
    'reasons of a credential',
    credentialReasons,
    'withdrawn lapsed revoked revoked-by-card deleted-by-card switched resumed lost stolen expired card-ended card-returned card-renewed card-reissued moved name-changed died',
  ],
  ['states of an application', applicationStates, 'applied issued registered withdrawn lapsed'],
  ['purposes of an application', applicationPurposes, 'new switch resume'],
  [
    'events of an application',
    applicationEvents,
    'issue register withdraw lapse suspend delete card-ended',
  ],
  ['states of a card', cardStates, 'in-use suspended ended'],
  ['events of a card', cardEvents, 'suspend release renew move rename end'],
  ['states of a certificate on a card', cardCertificateStates, 'good hold revoked'],
  ['events of a certificate on a card', cardCertificateEvents, 'suspend release replace revoke'],
  ['states of the biometric copy', biometricStates, 'off on locked'],
  [
    'events of the biometric copy',
    biometricEvents,
    'turn-on use turn-off lock set-pin replace-key end',
  ],
  [
    'kinds of notices',
    noticeKinds,
    'ready-to-register suspended resumed revoked replaced-by-switch card-ended deleted-by-card lapsed',
  ],
])('2-C…5-B3 the words stay for ever: %s', (_, words, kept) => {
  expect(words.join(' ')).toBe(kept)
})

test('2-E an issued credential waits thirty days for its registration', () => {
  expect(registrationDays).toBe(30)
})
