-- A case of the catalogue that the next authorization request of a client gets (a sandbox's). Nothing secret.
create table gate.armed_case (
  client_id text primary key,
  case_name text not null,
  -- A robot that answers in a person's place.
  phone text,
  forget_at timestamptz not null
);
create index armed_case_forget on gate.armed_case (forget_at);
