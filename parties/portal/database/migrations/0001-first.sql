-- What the portal keeps of people: applications with their papers, and who looked at what. Nothing in it is readable without the portal's
-- key: people and `state`s are found by keyed hashes, contents are sealed.
create schema portal;

-- A draft, or what has been taken. `submitted_at` is the sandbox's time, `updated_at` the machine's.
create table portal.application (
  id uuid primary key,
  holder bytea not null,
  procedure text not null,
  state text not null check (state in ('draft', 'submitted', 'withdrawn')),
  -- Answers, where one is in them, and the order that is being signed.
  sealed bytea not null,
  -- Goes up with each change, so that of two windows the second is told.
  version integer not null default 1,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  receipt_number text unique,
  -- The signed document, and what its verification found.
  signed bytea,
  findings bytea,
  check ((state = 'submitted') = (signed is not null)),
  check ((state = 'submitted') = (receipt_number is not null))
);
create index application_holder on portal.application (holder, updated_at);

create table portal.attachment (
  id uuid primary key,
  application uuid not null references portal.application on delete cascade,
  about bytea not null,
  sealed bytea not null,
  added_at timestamptz not null
);
create index attachment_application on portal.attachment (application);

-- What a browser that was led to the gate has to come back with.
create table portal.asked (
  name bytea primary key,
  holder bytea not null,
  application uuid not null references portal.application on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index asked_expiry on portal.asked (expires_at);

-- Who looked at a person's information, and what was asked of the person's phone, for the person to read. Times are the sandbox's.
create table portal.event (
  id bigint generated always as identity primary key,
  holder bytea not null,
  at timestamptz not null,
  sealed bytea not null
);
create index event_holder on portal.event (holder, id);
