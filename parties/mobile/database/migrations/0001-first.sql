-- Contracts of lines. What is personal, and the signed PDF, are sealed with the shop's own key; a telephone number is found again by its hash.
create schema mobile;
-- No network has numbers that go on with 0 after the prefix: nobody is called by one.
create sequence mobile.new_number start 1000001 maxvalue 9999999;
create table mobile.contract (
  number text primary key,
  day date not null,
  made_at timestamptz not null,
  plan text not null check (plan in ('light', 'standard', 'unlimited')),
  ported boolean not null,
  consented boolean not null,
  telephone bytea not null unique,
  looks text[] not null,
  kept bytea not null,
  signed bytea not null
);
create index on mobile.contract (day);
create table mobile.signature (
  digest bytea primary key,
  contract text not null references mobile.contract
);
