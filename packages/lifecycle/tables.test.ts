import { describe, expect, test } from 'vitest'
import {
  type ApplicationEvent,
  type ApplicationState,
  applicationEvents,
  applicationStates,
  type BiometricEvent,
  type BiometricState,
  biometricEvents,
  biometricStates,
  type CredentialEvent,
  type CredentialState,
  credentialEvents,
  credentialIsOver,
  credentialStates,
  mayUseBiometrics,
  stepApplication,
  stepBiometrics,
  stepCredential,
} from './index.ts'

/** Written a second time, by hand, so that a cell cannot change without someone meaning it. `-` is a refusal. */
const credential: Record<CredentialState, Record<CredentialEvent, string>> = {
  applied: {
    ...over(),
    issue: 'issued: sign notify',
    withdraw: 'ended:',
    suspend: 'ended: notify',
    delete: 'ended: notify',
    'card-ended': 'ended: notify',
  },
  issued: {
    ...over(),
    withdraw: 'ended: revoke publish',
    lapse: 'ended: revoke publish notify',
    register: 'active: publish',
    suspend: 'ended: revoke publish notify',
    delete: 'ended: revoke publish notify',
    'card-ended': 'ended: revoke publish notify',
  },
  active: {
    ...over(),
    suspend: 'suspended: hold publish notify',
    'revoke-one': 'active: revoke publish notify',
    'revoke-all': 'ended: revoke publish notify',
    delete: 'ended: revoke publish notify',
    'card-ended': 'ended: revoke publish notify',
    switch: 'ended: revoke publish notify',
  },
  suspended: {
    ...over(),
    resume: 'replaced: revoke publish notify',
    'revoke-one': 'suspended: revoke publish notify',
    'revoke-all': 'ended: revoke publish notify',
    delete: 'ended: revoke publish notify',
    'card-ended': 'ended: revoke publish notify',
  },
  replaced: over(),
  ended: over(),
}

function over(): Record<CredentialEvent, string> {
  return {
    issue: '-',
    withdraw: '-',
    lapse: '-',
    register: '-',
    suspend: '-',
    resume: '-',
    'revoke-one': '-',
    'revoke-all': '-',
    delete: '-',
    'card-ended': '-',
    switch: '-',
  }
}

const noApplicationEvent: Record<ApplicationEvent, string> = {
  issue: '-',
  register: '-',
  withdraw: '-',
  lapse: '-',
  suspend: '-',
  delete: '-',
  'card-ended': '-',
}

const application: Record<ApplicationState, Record<ApplicationEvent, string>> = {
  applied: {
    ...noApplicationEvent,
    issue: 'issued',
    withdraw: 'withdrawn',
    suspend: 'withdrawn',
    delete: 'withdrawn',
    'card-ended': 'lapsed',
  },
  issued: {
    ...noApplicationEvent,
    register: 'registered',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
    suspend: 'withdrawn',
    delete: 'withdrawn',
    'card-ended': 'lapsed',
  },
  registered: noApplicationEvent,
  withdrawn: noApplicationEvent,
  lapsed: noApplicationEvent,
}

const biometrics: Record<BiometricState, Record<BiometricEvent, string>> = {
  off: {
    'turn-on': 'on',
    use: '-',
    'turn-off': '-',
    lock: 'locked',
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
  on: {
    'turn-on': 'on',
    use: 'on',
    'turn-off': 'off',
    lock: 'locked',
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
  locked: {
    'turn-on': '-',
    use: '-',
    'turn-off': '-',
    lock: '-',
    'set-pin': 'off',
    'replace-key': 'off',
    end: 'off',
  },
}

describe.each(biometricStates)('1-A③ biometrics that are %s', (state) => {
  test.each(biometricEvents)('on %s', (event) => {
    expect(stepBiometrics(state, event) ?? '-').toBe(biometrics[state][event])
  })
})

test('1-A③ a finger or a face stands for the PIN only, never for the signing password', () => {
  expect(mayUseBiometrics('authentication')).toBe(true)
  expect(mayUseBiometrics('signing')).toBe(false)
})

describe.each(credentialStates)('2-C…5-B3 a phone credential that is %s', (state) => {
  test.each(credentialEvents)('on %s', (event) => {
    const cell = stepCredential(state, event)
    const [to, ...effects] = cell ?? []
    expect(cell ? `${to}: ${effects.join(' ')}`.trim() : '-').toBe(credential[state][event])
  })
})

describe.each(applicationStates)('2-C…2-E an application that is %s', (state) => {
  test.each(applicationEvents)('on %s', (event) => {
    expect(stepApplication(state, event) ?? '-').toBe(application[state][event])
  })
})

test('5-A2 a credential is over exactly when no event can change it', () => {
  for (const state of credentialStates) {
    const dead = credentialEvents.every((event) => stepCredential(state, event) === undefined)
    expect(credentialIsOver(state)).toBe(dead)
  }
})

test('5-A4 every event that ends a credential with certificates revokes them and publishes it', () => {
  for (const state of ['issued', 'active', 'suspended'] as const) {
    for (const event of credentialEvents) {
      const [to, ...effects] = stepCredential(state, event) ?? ['active']
      if (credentialIsOver(to))
        expect(effects).toEqual(expect.arrayContaining(['revoke', 'publish']))
    }
  }
})

test('2-C…2-E each event of an application before its registration happens to its credential too', () => {
  for (const state of ['applied', 'issued'] as const) {
    for (const event of applicationEvents) {
      expect(stepApplication(state, event) === undefined).toBe(
        stepCredential(state, event) === undefined,
      )
    }
  }
})
