-- Applications for an account, one for each person. The person is found by the hash of the number that the gate gives here; what is personal,
-- and the signed contract, are sealed with the bank's own key.
create schema bank;
create sequence bank.account_number start 1000001;
create table bank.application (
  person bytea primary key,
  state text not null check (state in ('written', 'signing', 'opened', 'looked-at')),
  kept bytea not null,
  signed bytea,
  account_number bigint unique,
  changed_at timestamptz not null,
  check ((state in ('opened', 'looked-at')) = (signed is not null)),
  check ((state = 'opened') = (account_number is not null))
);
