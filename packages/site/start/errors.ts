/** Why a site did not start beside a running Kazashi, and the next step. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

const siteStartErrors = {
  KAZASHI_UNREACHABLE: {
    clause: 'OpenID Connect Discovery 1.0 §4',
    next: 'start it with kazashi start, and give the address of its gate with --issuer',
  },
  ISSUER_OTHER: {
    clause: 'OpenID Connect Discovery 1.0 §4.3',
    next: 'give the address in the detail with --issuer',
  },
  PORT_IN_USE: {
    clause: 'RFC 9293 §3.10.1',
    next: 'end what uses the port, or give another with --port',
  },
  REGISTRATION_REFUSED: {
    clause: 'RFC 7591 §3.2.2',
    next: 'read what the gate says in the detail; a Kazashi that is no sandbox takes no registrations',
  },
} as const

/** @see siteStartErrors for the codes */
export class SiteStartError extends errorClass('SiteStartError', siteStartErrors) {}
