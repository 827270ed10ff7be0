-- The registry of residents and the record of certificates, apart from each other; they meet in a person's id only.
-- The person leads every key of what is the person's, so that the record can be sharded by it; what must be unique for the
-- whole country (serial → person, keys, phones) stands in narrow tables of its own. Personal data is only in columns named
-- `sealed` (AES-256-GCM, operator key).

create schema registry;
create schema record;

create table registry.municipality (
  code text primary key check (code ~ '^[0-9]{5}$'),
  prefecture text not null,
  name text not null,
  prefecture_latin text not null,
  name_latin text not null
);

create table registry.person (
  id uuid primary key,
  municipality text not null references registry.municipality (code),
  -- HMAC-SHA-256 of the My Number under the operator key: finds a person, tells nothing
  lookup bytea not null unique check (octet_length(lookup) = 32),
  sealed bytea not null,
  created_at timestamptz not null
);

create table record.setting (
  name text primary key,
  value jsonb not null
);

create table record.certificate_authority (
  kind text primary key check (kind in ('signing', 'authentication')),
  certificate bytea not null,
  responder bytea not null,
  created_at timestamptz not null
);

-- One dense row of numbers for each issuer and carrier; a serial is such a number, encrypted.
create table record.series (
  name text primary key,
  kind text not null references record.certificate_authority (kind),
  carrier text not null check (carrier in ('card', 'phone')),
  next_index bigint not null default 0 check (next_index >= 0),
  unique (kind, carrier)
);

create table record.card (
  person uuid not null,
  id uuid not null,
  municipality text not null,
  state text not null check (state in ('in-use', 'ended')),
  expiry date not null,
  issued_at timestamptz not null,
  ended_at timestamptz,
  primary key (person, id),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index card_in_use on record.card (person) where state = 'in-use';
create unique index card_id on record.card (id);

-- The device key is the phone, as far as the authority can know one.
create table record.phone (
  id uuid primary key,
  thumbprint text not null unique,
  platform text not null check (platform in ('android', 'iphone')),
  model text not null,
  os_version text not null,
  created_at timestamptz not null
);

create table record.application (
  person uuid not null,
  id uuid not null,
  receipt_number text not null unique,
  card uuid not null,
  phone uuid not null references record.phone (id),
  state text not null check (state in ('applied', 'issued', 'registered', 'withdrawn', 'lapsed')),
  kinds text[] not null check (cardinality(kinds) between 1 and 2 and kinds <@ array['signing', 'authentication']),
  signing_key bytea,
  authentication_key bytea,
  consent_version text not null,
  -- the CMS as it came: the evidence, and it names its signer
  sealed bytea not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  issued_at timestamptz,
  registered_at timestamptz,
  primary key (person, id),
  foreign key (person, card) references record.card (person, id),
  check (due_at >= received_at),
  check (('signing' = any (kinds)) = (signing_key is not null)),
  check (('authentication' = any (kinds)) = (authentication_key is not null)),
  check (issued_at is not null or state not in ('issued', 'registered')),
  check ((registered_at is not null) = (state = 'registered'))
);
create unique index application_id on record.application (id);
create index application_waiting on record.application (due_at) where state = 'applied';

create table record.credential (
  person uuid not null,
  id uuid not null,
  application uuid not null,
  phone uuid not null references record.phone (id),
  state text not null check (state in ('applied', 'issued', 'active', 'suspended', 'replaced', 'ended')),
  changed_at timestamptz not null,
  primary key (person, id),
  unique (person, application),
  foreign key (person, application) references record.application (person, id)
);
create unique index credential_id on record.credential (id);
-- 5-A2: one person has one phone, one phone holds one person's
create unique index credential_of_person on record.credential (person) where state not in ('replaced', 'ended');
create unique index credential_of_phone on record.credential (phone) where state not in ('replaced', 'ended');

create table record.certificate (
  person uuid not null,
  series text not null references record.series (name),
  index bigint not null check (index >= 0),
  kind text not null references record.certificate_authority (kind),
  carrier text not null check (carrier in ('card', 'phone')),
  card uuid not null,
  credential uuid,
  municipality text not null,
  -- signed: it exists, but nobody may rely on it yet
  status text not null check (status in ('signed', 'good', 'hold', 'revoked')),
  not_before timestamptz not null,
  not_after timestamptz not null,
  status_since timestamptz not null,
  reason text,
  sealed bytea not null,
  -- the card's certificate that this one may not outlive
  parent_series text,
  parent_index bigint,
  parent_not_after timestamptz,
  primary key (person, series, index),
  foreign key (series) references record.series (name),
  foreign key (person, card) references record.card (person, id),
  foreign key (person, credential) references record.credential (person, id),
  unique (person, series, index, not_after),
  foreign key (person, parent_series, parent_index, parent_not_after)
    references record.certificate (person, series, index, not_after),
  check (not_before < not_after),
  check (series = carrier || '-' || kind),
  constraint phone_certificate_of_credential check ((carrier = 'phone') = (credential is not null)),
  constraint phone_certificate_hangs_on_card check (carrier = 'card' or (parent_series is not null and parent_index is not null and parent_not_after is not null)),
  check (parent_series is null or parent_series = 'card-' || kind),
  constraint phone_certificate_never_outlives_card check (parent_not_after is null or not_after <= parent_not_after),
  check ((status in ('hold', 'revoked')) = (reason is not null))
);
create unique index certificate_of_card on record.certificate (person, card, kind) where carrier = 'card';
create unique index certificate_of_credential on record.certificate (person, credential, kind) where carrier = 'phone';
create index certificate_out_of_use on record.certificate (kind, municipality) where status in ('hold', 'revoked');

-- serial → person
create table record.certificate_place (
  series text not null references record.series (name),
  index bigint not null,
  person uuid not null,
  primary key (series, index),
  foreign key (person, series, index) references record.certificate (person, series, index)
);

-- Every key that was ever certified or applied for: none is used twice (SHA-256 of the SubjectPublicKeyInfo).
create table record.public_key (
  hash bytea primary key check (octet_length(hash) = 32),
  first_used_at timestamptz not null
);

create table record.crl_shard (
  kind text not null references record.certificate_authority (kind),
  municipality text not null references registry.municipality (code),
  -- grows with each change of a status; a list is current when it was made from this one
  revision bigint not null default 0,
  list_revision bigint not null default -1,
  number bigint not null default 0,
  this_update timestamptz,
  next_update timestamptz,
  list bytea,
  primary key (kind, municipality)
);

create table record.notice (
  person uuid not null,
  id uuid not null,
  phone uuid not null references record.phone (id),
  kind text not null check (kind in ('ready-to-register')),
  application uuid not null,
  at timestamptz not null,
  -- in the order they were written, for who reads on from the last one seen
  position bigint generated always as identity,
  primary key (person, id),
  unique (person, application, kind),
  foreign key (person, application) references record.application (person, id)
);
create index notice_of_phone on record.notice (phone, position);

-- The outbox: written with the notice, emptied by the workers.
create table record.delivery (
  person uuid not null,
  notice uuid not null,
  channel text not null check (channel in ('stream')),
  state text not null check (state in ('waiting', 'delivered', 'undeliverable')),
  attempts integer not null default 0,
  changed_at timestamptz not null,
  primary key (person, notice, channel),
  foreign key (person, notice) references record.notice (person, id)
);
create index delivery_waiting on record.delivery (changed_at) where state = 'waiting';

create table record.idempotency (
  caller text not null,
  key text not null,
  request_hash bytea not null check (octet_length(request_hash) = 32),
  answer jsonb,
  at timestamptz not null,
  primary key (caller, key)
);

create table record.nonce (
  hash bytea primary key check (octet_length(hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index nonce_expiry on record.nonce (expires_at);

-- RFC 9449 §11.1: a proof is used once
create table record.proof (
  thumbprint text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (thumbprint, jti)
);
create index proof_expiry on record.proof (expires_at);

-- Append only, one chain a municipality: each hash covers the one before.
create table record.audit (
  chain text not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor text not null,
  action text not null,
  person uuid,
  details jsonb not null,
  previous bytea not null check (octet_length(previous) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (chain, seq)
);
create table record.audit_head (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);
create function record.audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append only';
end
$$;
create trigger audit_is_append_only before update or delete on record.audit
  for each row execute function record.audit_is_append_only();
