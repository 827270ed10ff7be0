-- What relying parties have signed: by the hash of the transaction's name and of the client's. Documents and result are sealed, and gone
-- once nobody may have them. Times are the machine's; `expires_at` is that of signing, then that of fetching.
create table gate.sign_transaction (
  name bytea primary key,
  client_name bytea not null,
  state text not null check (state in ('open', 'signed', 'fetched', 'cancelled', 'refused')),
  documents bytea,
  result bytea,
  expires_at timestamptz not null,
  forget_at timestamptz not null,
  check ((state in ('open', 'signed')) or documents is null),
  check ((state in ('signed', 'refused')) or result is null)
);
create index sign_transaction_expiry on gate.sign_transaction (expires_at) where state in ('open', 'signed');
create index sign_transaction_forget on gate.sign_transaction (forget_at);
