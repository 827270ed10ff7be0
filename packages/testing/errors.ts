/** What goes wrong between a test and its Kazashi, by code. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

const testingErrors = {
  KAZASHI_NOT_STARTED: {
    clause: 'kazashi start --json',
    next: 'read the output of kazashi start in the detail; its error code says what to do',
  },
  KAZASHI_GONE: {
    clause: 'kazashi start --ephemeral',
    next: 'ask nothing after stop(); if nobody stopped it, read its output in the detail',
  },
  KAZASHI_REFUSED: {
    clause: 'RFC 9457 §3',
    next: 'look `refusal` up in docs/errors.md',
  },
  KAZASHI_OTHER: {
    clause: 'RFC 9110 §15',
    next: 'use this package and Kazashi from one version',
  },
  BROWSER_LED_AROUND: {
    clause: 'Fetch §4.4 step 5',
    next: 'see where the site leads a browser that has logged in: it may lead in a circle',
  },
} as const

interface Refused {
  /** The code of the refusal by phone, card, authority or gate; where one refused for another, that of the other. */
  readonly refusal?: string
}

/** @see testingErrors for the codes */
export class TestingError extends errorClass('TestingError', testingErrors, (_: Refused) => []) {}
