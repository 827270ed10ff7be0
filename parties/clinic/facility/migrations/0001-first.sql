-- What the facilities of the clinic keep. Who a row is about is found by a code that needs the clinic's key, and what it says is sealed.
-- Times are the authority's, but `used_at`, which is the machine's.
create schema clinic;

-- One for each browser that opened the clinic: its reception and its terminal have the same cookie.
create table clinic.facility (
  id uuid primary key,
  cookie_hash bytea not null unique,
  kind text not null check (kind in ('clinic', 'pharmacy')),
  -- The general-purpose reader beside the terminal, which phones are held to.
  has_reader boolean not null,
  first_visit_needs_card boolean not null,
  -- What the next patient's question is answered with.
  practice text check (practice in ('insurer-changed', 'not-insured', 'membership-ended', 'service-down')),
  used_at timestamptz not null
);
create index facility_used on clinic.facility (used_at);

-- Whoever was here before: the last insurer and the last answers, sealed.
create table clinic.patient (
  facility uuid not null references clinic.facility (id) on delete cascade,
  patient bytea not null,
  sealed bytea not null,
  forget_at timestamptz not null,
  primary key (facility, patient)
);
create index patient_forget on clinic.patient (forget_at);

create table clinic.reception (
  id uuid primary key,
  facility uuid not null references clinic.facility (id) on delete cascade,
  -- In Japan.
  day date not null,
  -- Of that day, from 1.
  number integer not null check (number > 0),
  patient bytea,
  outcome text not null check (outcome in ('received', 'insurer-changed', 'ended', 'not-insured', 'unanswered')),
  sealed bytea not null,
  received_at timestamptz not null,
  in_line_at timestamptz,
  -- The declaration of insurance was written.
  declared_at timestamptz,
  forget_at timestamptz not null,
  unique (facility, day, number),
  check (patient is not null or outcome = 'unanswered')
);
create index reception_forget on clinic.reception (forget_at);

-- What a patient agreed to, each by its name, with its time.
create table clinic.consent (
  reception uuid not null references clinic.reception (id) on delete cascade,
  what text not null check (what in ('medicines', 'check-ups', 'limits')),
  given boolean not null,
  given_at timestamptz not null,
  primary key (reception, what)
);
