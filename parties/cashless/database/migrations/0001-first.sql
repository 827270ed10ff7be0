-- Wallets, one for each person, who is found by the hash of the number that the gate gives here; what is personal, the money, and the signed
-- application are sealed with the wallet's own key.
create schema cashless;
create table cashless.wallet (
  person bytea primary key,
  state text not null check (state in ('opened', 'asked-again', 'identified', 'refused')),
  kept bytea not null,
  signed bytea,
  changed_at timestamptz not null,
  check (state <> 'identified' or signed is not null)
);
