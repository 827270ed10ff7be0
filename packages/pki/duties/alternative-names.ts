/** subjectAltName and issuerAltName (RFC 5280 §4.2.1.6, §4.2.1.7): what a name of each kind must be like. */
import { latin1 } from '@kazashi/octets'
import type * as der from '../der.ts'
import { PkiError } from '../errors.ts'
import { oids } from '../oids.ts'
import { type LooseCertificate, listOf } from './reading.ts'
import type { Note } from './table.ts'

export interface LooseName {
  readonly kind:
    | 'email'
    | 'dns'
    | 'uri'
    | 'directory'
    | 'ip'
    | 'x400'
    | 'ediParty'
    | 'registeredId'
    | 'other'
  /** Octets as Latin-1. */
  readonly text: string
  readonly content: Uint8Array
}
const kinds = [
  'other',
  'email',
  'dns',
  'x400',
  'directory',
  'ediParty',
  'uri',
  'ip',
  'registeredId',
] as const

/** @throws {PkiError} DER_INVALID */
export function readGeneralName({ tag, content }: der.Element): LooseName {
  const kind = (tag & 0xc0) === 0x80 ? kinds[tag & 0x1f] : undefined
  if (kind === undefined) throw new PkiError('DER_INVALID', 'no GeneralName')
  return { kind, text: latin1(content), content }
}

/** Those of an extension; none where it is missing or cannot be read. */
export function generalNamesOf({ extensions }: LooseCertificate, sought: string): LooseName[] {
  const extension = extensions.find(({ oid }) => oid === sought)
  try {
    return extension ? listOf(extension.value).map(readGeneralName) : []
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    return []
  }
}

/** @param at the extension they stand in */
function judgeGeneralNames(names: readonly LooseName[], at: string, note: Note): void {
  for (const { kind, text, content } of names) {
    const place = `${at}.${kind}`
    if (content.length === 0 || (kind === 'directory' && text === '\x30\x00'))
      note('GENERAL_NAME_EMPTY', at)
    else if (kind === 'email' || kind === 'dns' || kind === 'uri') {
      if (content.some((octet) => octet >= 0x80)) note('GENERAL_NAME_NOT_IA5', place)
      else if (kind === 'email') judgeEmail(text, place, note)
      else if (kind === 'dns') judgeDns(text, place, note)
      else judgeUri(text, place, note)
    } else if (kind === 'ip' && content.length !== 4 && content.length !== 16)
      note('MALFORMED', place)
  }
}

/** A mailbox (RFC 5321 §4.1.2): no name before it, no brackets, no comment. */
function judgeEmail(text: string, at: string, note: Note): void {
  if (!/^(?:"[^"\\]+"|[^\s"(),:;<>@[\\\]]+)@[^\s"(),;<>@]+$/.test(text)) note('EMAIL_FORM', at)
}

/** The preferred syntax (RFC 1034 §3.5), whose labels may begin with digits (RFC 1123 §2.1); a wildcard stands for the first label. */
function judgeDns(text: string, at: string, note: Note): void {
  if (text.trim() === '') {
    note('DNS_BLANK', at)
    return
  }
  if (text.length > 253) note('DNS_TOO_LONG', at)
  const labels = text.split('.')
  if (labels.some((label) => label === '')) note('DNS_EMPTY_LABEL', at)
  if (labels.some((label) => label.length > 63)) note('DNS_LABEL_TOO_LONG', at)
  if (labels.some((label) => /^-|-$/.test(label))) note('DNS_HYPHEN', at)
  if (text.includes('_')) note('DNS_UNDERSCORE', at)
  const named = labels[0] === '*' && labels.length > 1 ? labels.slice(1) : labels
  if (named.some((label) => label.includes('*'))) note('DNS_WILDCARD', at)
  if (named.some((label) => /[^a-z\d_*-]/i.test(label)) || /^[\d.]+$/.test(text))
    note('DNS_CHARACTERS', at)
}

function judgeUri(text: string, at: string, note: Note): void {
  const [, after] = /^[a-z][a-z\d+.-]*:(.*)$/is.exec(text) ?? []
  if (after === undefined) note('URI_RELATIVE', at)
  else if (after === '' || after === '//') note('URI_EMPTY', at)
  else {
    const [, host] = /^\/\/(?:[^@/?#]*@)?(\[[^\]/?#]*\]|[^:/?#]*)/.exec(after) ?? []
    if (host !== undefined && !isHost(host)) note('URI_HOST', at)
  }
}

/** A domain name of at least two labels. */
export const isQualified = (host: string): boolean => {
  const faults: string[] = []
  judgeDns(host, '', (code) => faults.push(code))
  return faults.length === 0 && host.includes('.')
}

/** A qualified name or an address; localhost is qualified as it stands (RFC 6761 §6.3). */
const isHost = (host: string): boolean =>
  isQualified(host) ||
  host === 'localhost' ||
  /^\[[\da-f:.]+\]$/i.test(host) ||
  (/^\d{1,3}(\.\d{1,3}){3}$/.test(host) && host.split('.').every((part) => Number(part) < 256))

export function judgeAlternativeNames(certificate: LooseCertificate, note: Note): void {
  const { subject, extensions } = certificate
  for (const oid of [oids.subjectAltName, oids.issuerAltName]) {
    const at = oid === oids.subjectAltName ? 'subjectAltName' : 'issuerAltName'
    judgeGeneralNames(generalNamesOf(certificate, oid), at, note)
  }
  const critical = extensions.find(({ oid }) => oid === oids.subjectAltName)?.critical
  if (subject.content.length === 0 && critical === false)
    note('ALTERNATIVE_NOT_CRITICAL', 'subjectAltName')
}
