-- A person may apply for an account of each kind; a clerk decides what somebody has to look at, and what the clerk did is kept: never changed,
-- never deleted.
alter table bank.application add column product text not null default 'deposit' check (product in ('deposit', 'securities'));
alter table bank.application alter column product drop default;
alter table bank.application drop constraint application_pkey;
alter table bank.application add primary key (person, product);
-- By which a clerk names it, and nobody finds the person.
alter table bank.application add column id uuid not null unique default gen_random_uuid();
alter table bank.application drop constraint application_state_check;
alter table bank.application drop constraint application_check;
alter table bank.application drop constraint application_check1;
alter table bank.application add check (state in ('written', 'signing', 'opened', 'looked-at', 'refused'));
alter table bank.application add check ((state in ('opened', 'looked-at', 'refused')) = (signed is not null));
alter table bank.application add check ((state = 'opened') = (account_number is not null));
create index on bank.application (changed_at) where state = 'looked-at';

create table bank.clerk_entry (
  id bigint generated always as identity primary key,
  application uuid not null references bank.application (id),
  decision text not null check (decision in ('accepted', 'refused')),
  -- Sealed: the reason, and the number of the application.
  note bytea not null,
  decided_at timestamptz not null
);
create function bank.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what a clerk did is only ever added';
end $$;
create trigger clerk_entry_is_append_only before update or delete on bank.clerk_entry
  for each row execute function bank.refuse_change();
