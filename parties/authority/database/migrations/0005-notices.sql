-- Notices of every procedure, and web push beside the stream: a subscription a phone, deliveries that are tried again.
-- Times of trying are the machine's, not the sandbox clock's: moving that one neither hurries nor delays a push.

alter table record.notice
  drop constraint notice_kind_check,
  drop constraint notice_person_application_kind_key,
  -- the credential it is about, which came from the application; null before there is one to speak of
  add column credential uuid,
  -- when the phone said that the resident has seen it
  add column shown_at timestamptz,
  add constraint notice_kind_check
    check (kind in ('ready-to-register', 'suspended', 'resumed', 'revoked', 'replaced-by-switch', 'card-ended', 'deleted-by-card', 'lapsed')),
  add foreign key (person, credential) references record.credential (person, id);
-- told once; certificates can be revoked twice, one kind after the other
create unique index notice_told_once on record.notice (person, application, kind)
  where kind in ('ready-to-register', 'lapsed');
create unique index notice_id on record.notice (id);

create table record.push_subscription (
  phone uuid primary key references record.phone (id),
  -- SHA-256 of the endpoint: two phones never share one
  endpoint_hash bytea not null unique check (octet_length(endpoint_hash) = 32),
  -- endpoint and keys (RFC 8291 §2): who has them can write to the phone
  sealed bytea not null,
  language text not null check (language in ('ja', 'en')),
  created_at timestamptz not null
);

alter table record.delivery
  drop constraint delivery_channel_check,
  drop constraint delivery_state_check,
  -- unneeded: shown before it was sent, or nobody subscribes any more
  add constraint delivery_channel_check check (channel in ('stream', 'push')),
  add constraint delivery_state_check check (state in ('waiting', 'delivered', 'undeliverable', 'unneeded')),
  add column next_attempt_at timestamptz not null default 'epoch',
  -- why the last attempt failed: a status or a name of an error, never an address
  add column failure text;
drop index record.delivery_waiting;
create index delivery_waiting on record.delivery (channel, next_attempt_at) where state = 'waiting';
create index delivery_undeliverable on record.delivery (changed_at) where state = 'undeliverable';
