-- CAs in generations: the same name and a new key every four years. What was there before is the first generation.
-- A number tells its generation: each has a block of a series' numbers, 266,338,304 of a card's, 2^40 of a phone's.

alter table record.series drop constraint series_kind_fkey;
alter table record.certificate drop constraint certificate_kind_fkey;
alter table record.crl_shard drop constraint crl_shard_kind_fkey;

alter table record.certificate_authority
  add column generation integer not null default 1 check (generation between 1 and 8),
  drop constraint certificate_authority_pkey,
  add primary key (kind, generation);
alter table record.certificate_authority alter column generation drop default;

alter table record.series
  add constraint series_kind_check check (kind in ('signing', 'authentication'));
create table record.series_generation (
  series text not null references record.series (name),
  generation integer not null check (generation between 1 and 8),
  next_index bigint not null check (next_index >= 0),
  primary key (series, generation)
);
insert into record.series_generation select name, 1, next_index from record.series;
alter table record.series drop column next_index;

alter table record.certificate
  add column generation integer not null default 1,
  add foreign key (kind, generation) references record.certificate_authority (kind, generation),
  add constraint certificate_number_of_generation check (
    generation = 1 + index / case carrier when 'card' then 266338304 else 1099511627776 end);
alter table record.certificate alter column generation drop default;
drop index record.certificate_out_of_use;
create index certificate_out_of_use on record.certificate (kind, generation, municipality)
  where status in ('hold', 'revoked');

alter table record.crl_shard
  add column generation integer not null default 1,
  drop constraint crl_shard_pkey,
  add primary key (kind, generation, municipality),
  add foreign key (kind, generation) references record.certificate_authority (kind, generation);
alter table record.crl_shard alter column generation drop default;

alter table record.document_signer drop constraint document_signer_authority_fkey;
alter table record.document_authority
  add column generation integer not null default 1 check (generation between 1 and 8),
  drop constraint document_authority_pkey,
  add primary key (name, generation);
alter table record.document_authority alter column generation drop default;
alter table record.document_signer
  add column generation integer not null default 1,
  add foreign key (authority, generation) references record.document_authority (name, generation);
alter table record.document_signer alter column generation drop default;
