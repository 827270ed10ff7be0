-- What the gate keeps. Nothing in it is readable or usable without the gate's key: names are hashed, contents sealed.
create schema gate;

-- Codes, grants, tokens, sessions, registered clients of the OpenID provider, by kind. Times are the machine's.
create table gate.payload (
  model text not null,
  name bytea not null,
  sealed bytea not null,
  grant_name bytea,
  uid_name bytea,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (model, name)
);
create index payload_grant on gate.payload (grant_name) where grant_name is not null;
create index payload_uid on gate.payload (model, uid_name) where uid_name is not null;
create index payload_expiry on gate.payload (expires_at) where expires_at is not null;

-- A login that waits for a phone. `forget_at` is the machine's time; the time in the contents is that of the certificates.
create table gate.login_request (
  name bytea primary key,
  sealed bytea not null,
  forget_at timestamptz not null
);
create index login_request_forget on gate.login_request (forget_at);

-- Keys that sign ID tokens, the newest in use.
create table gate.signing_key (
  kid text primary key,
  sealed bytea not null,
  created_at timestamptz not null
);

-- The certificate behind each grant, to be looked at again when a token of it is used.
create table gate.sign_in (
  grant_name bytea primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index sign_in_expiry on gate.sign_in (expires_at);
