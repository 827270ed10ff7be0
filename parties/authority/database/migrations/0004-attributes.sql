-- The attributes of residents on their iPhones (1-A②): who signs them, and one mdoc a credential, sealed, and forgotten when
-- it has ended.

create table record.document_authority (
  name text primary key check (name = 'iaca'),
  certificate bytea not null,
  created_at timestamptz not null
);

-- ISO/IEC 18013-5 annex B.1.4: each signs for some months, and its certificate outlives what it signed
create table record.document_signer (
  number integer primary key check (number > 0),
  authority text not null references record.document_authority (name),
  certificate bytea not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  created_at timestamptz not null,
  check (not_before < not_after)
);
create index document_signer_newest on record.document_signer (not_before, number);

create table record.attribute_document (
  person uuid not null,
  id uuid not null,
  credential uuid not null,
  signer integer not null references record.document_signer (number),
  -- as of certificates: 'signed' until the phone is registered
  status text not null check (status in ('signed', 'good', 'hold', 'revoked')),
  status_since timestamptz not null,
  reason text,
  not_before timestamptz not null,
  not_after timestamptz not null,
  -- of the phone's certificates the one that ends first: the mdoc may not outlive it
  parent_series text not null,
  parent_index bigint not null,
  parent_not_after timestamptz not null,
  sealed bytea,
  primary key (person, id),
  foreign key (person, credential) references record.credential (person, id),
  foreign key (person, parent_series, parent_index, parent_not_after)
    references record.certificate (person, series, index, not_after),
  check (not_before < not_after),
  check (parent_series like 'phone-%'),
  constraint attributes_never_outlive_certificate check (not_after <= parent_not_after),
  constraint attributes_have_reason check ((status in ('hold', 'revoked')) = (reason is not null)),
  constraint attributes_forgotten_when_ended check ((status = 'revoked') = (sealed is null))
);
create unique index attributes_of_credential on record.attribute_document (person, credential) where status <> 'revoked';

create function record.attribute_status_changes() returns trigger language plpgsql as $$
begin
  if old.status = 'revoked' or (old.status = 'hold' and new.status <> 'revoked') or new.status = 'signed' then
    raise exception 'attributes that are suspended or ended are issued anew'
      using errcode = 'check_violation', constraint = 'attributes_suspended_for_good', schema = 'record', table = 'attribute_document';
  end if;
  return new;
end
$$;
create trigger attribute_status_changes before update of status on record.attribute_document
  for each row when (new.status is distinct from old.status) execute function record.attribute_status_changes();
