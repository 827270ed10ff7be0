/** The tables as kysely sees them; the rules of the rows are in `migrations/`, the queries in one file an aggregate. */
import type {
  ApplicationPurpose,
  ApplicationState,
  CardState,
  Carrier,
  CertificateKind,
  CertificateStatus,
  CredentialReason,
  CredentialState,
  NoticeKind,
  PhonePlatform,
} from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type SeriesName = `${Carrier}-${CertificateKind}`

type Json<T> = ColumnType<T, string, string>

export interface Tables {
  'registry.municipality': {
    code: string
    prefecture: string
    name: string
    prefecture_latin: string
    name_latin: string
  }
  'registry.person': {
    id: string
    municipality: string
    lookup: Uint8Array
    name_lookup: Uint8Array | null
    sealed: Uint8Array
    created_at: Date
  }
  'record.setting': { name: string; value: Json<unknown> }
  'record.certificate_authority': {
    kind: CertificateKind
    generation: number
    certificate: Uint8Array
    responder: Uint8Array
    created_at: Date
  }
  'record.series': { name: SeriesName; kind: CertificateKind; carrier: Carrier }
  'record.series_generation': { series: SeriesName; generation: number; next_index: number }
  'record.card': {
    person: string
    id: string
    municipality: string
    state: CardState
    expiry: string
    issued_at: Date
    ended_at: Date | null
  }
  'record.phone': {
    id: string
    thumbprint: string
    platform: PhonePlatform
    model: string
    os_version: string
    created_at: Date
  }
  'record.application': {
    person: string
    id: string
    receipt_number: string
    card: string
    phone: string
    purpose: ApplicationPurpose
    state: ApplicationState
    kinds: CertificateKind[]
    signing_key: Uint8Array | null
    authentication_key: Uint8Array | null
    consent_version: string
    sealed: Uint8Array
    received_at: Date
    due_at: Date
    issued_at: Date | null
    registered_at: Date | null
  }
  'record.credential': {
    person: string
    id: string
    application: string
    phone: string
    purpose: ApplicationPurpose
    /** The credential it replaces. */
    supersedes: string | null
    state: CredentialState
    reason: CredentialReason | null
    changed_at: Date
  }
  'record.credential_event': {
    person: string
    credential: string
    position: GeneratedAlways<number>
    at: Date
    event: string
    state: CredentialState
    reason: CredentialReason | null
    kinds: CertificateKind[] | null
  }
  'record.unblocking_key': {
    person: string
    credential: string
    kind: CertificateKind
    sealed: Uint8Array
    created_at: Date
  }
  'record.certificate': {
    person: string
    series: SeriesName
    index: number
    /** Of its issuer. */
    generation: number
    kind: CertificateKind
    carrier: Carrier
    card: string
    credential: string | null
    municipality: string
    status: CertificateStatus
    change: GeneratedAlways<number>
    not_before: Date
    not_after: Date
    status_since: Date
    reason: RevocationReason | null
    sealed: Uint8Array
    parent_series: SeriesName | null
    parent_index: number | null
    parent_not_after: Date | null
  }
  'record.document_authority': {
    name: 'iaca'
    generation: number
    certificate: Uint8Array
    created_at: Date
  }
  'record.document_signer': {
    number: number
    authority: 'iaca'
    /** Of its issuer. */
    generation: number
    certificate: Uint8Array
    not_before: Date
    not_after: Date
    created_at: Date
  }
  'record.attribute_document': {
    person: string
    id: string
    credential: string
    signer: number
    status: CertificateStatus
    status_since: Date
    reason: CredentialReason | null
    not_before: Date
    not_after: Date
    parent_series: SeriesName
    parent_index: number
    parent_not_after: Date
    sealed: Uint8Array | null
  }
  'record.certificate_place': { series: SeriesName; index: number; person: string }
  'record.public_key': { hash: Uint8Array; first_used_at: Date }
  'record.crl_shard': {
    kind: CertificateKind
    generation: number
    municipality: string
    revision: Generated<number>
    list_revision: Generated<number>
    number: Generated<number>
    this_update: Date | null
    next_update: Date | null
    list: Uint8Array | null
  }
  'record.notice': {
    person: string
    id: string
    phone: string
    kind: NoticeKind
    application: string
    credential: string | null
    at: Date
    shown_at: Generated<Date | null>
    position: GeneratedAlways<number>
  }
  'record.delivery': {
    person: string
    notice: string
    channel: 'stream' | 'push'
    state: 'waiting' | 'delivered' | 'undeliverable' | 'unneeded'
    attempts: Generated<number>
    changed_at: Date
    next_attempt_at: Generated<Date>
    failure: Generated<string | null>
  }
  'record.push_subscription': {
    phone: string
    endpoint_hash: Uint8Array
    sealed: Uint8Array
    language: 'ja' | 'en'
    created_at: Date
  }
  'record.idempotency': {
    caller: string
    key: string
    request_hash: Uint8Array
    answer: Json<unknown> | null
    at: Date
  }
  'record.nonce': { hash: Uint8Array; expires_at: Date; used_at: Date | null }
  'record.proof': { thumbprint: string; jti: string; expires_at: Date }
  'record.audit': {
    chain: string
    seq: number
    at: Date
    actor: string
    action: string
    person: string | null
    details: Json<unknown>
    previous: Uint8Array
    hash: Uint8Array
  }
  'record.audit_head': { chain: string; seq: number; hash: Uint8Array }
}
