-- The resident's procedures: what an application is for, a switch beside the credential it takes over from, why a credential
-- is not active, its history, and the keys that open a phone's sealed keys when a secret was forgotten.

alter table record.application
  add column purpose text not null default 'new' check (purpose in ('new', 'switch', 'resume')),
  add unique (person, id, purpose);
alter table record.application alter column purpose drop default;
create index application_unregistered on record.application (issued_at) where state = 'issued';

alter table record.credential
  add column purpose text not null default 'new',
  -- the one it takes the place of: at its registration (switch), or at its application (resume)
  add column supersedes uuid,
  add column reason text check (reason in (
    'withdrawn', 'lapsed', 'revoked', 'revoked-by-card', 'deleted-by-card', 'switched', 'resumed', 'lost', 'stolen',
    'expired', 'card-ended', 'card-returned', 'card-renewed', 'card-reissued', 'moved', 'name-changed', 'died'));
alter table record.credential alter column purpose drop default;
update record.credential set reason = 'card-ended' where state = 'ended';
alter table record.credential
  add foreign key (person, application, purpose) references record.application (person, id, purpose),
  add foreign key (person, supersedes) references record.credential (person, id),
  add constraint credential_supersedes check ((purpose = 'new') = (supersedes is null)),
  add constraint credential_reason check ((state in ('suspended', 'replaced', 'ended')) = (reason is not null)),
  add constraint credential_replaced_by_resuming check ((state = 'replaced') = coalesce(reason = 'resumed', false));

-- 5-A2, 4-B: a person has one credential, and beside it at most one that is on its way to take over from it
drop index record.credential_of_person;
create unique index credential_of_person on record.credential (person)
  where state in ('active', 'suspended') or (state in ('applied', 'issued') and purpose <> 'switch');
create unique index credential_on_its_way on record.credential (person) where state in ('applied', 'issued');

-- What happened to a credential, as its holder is told; the audit log has who did it.
create table record.credential_event (
  person uuid not null,
  credential uuid not null,
  position bigint generated always as identity,
  at timestamptz not null,
  event text not null,
  state text not null,
  reason text,
  kinds text[] check (kinds <@ array['signing', 'authentication']),
  primary key (person, credential, position),
  foreign key (person, credential) references record.credential (person, id)
);

-- One a kind, made by the phone at 2-D: given out to the card at hand, forgotten when what it opens has ended.
create table record.unblocking_key (
  person uuid not null,
  credential uuid not null,
  kind text not null check (kind in ('signing', 'authentication')),
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (person, credential, kind),
  foreign key (person, credential) references record.credential (person, id)
);
