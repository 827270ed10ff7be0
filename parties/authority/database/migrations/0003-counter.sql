-- The counter and the hotline: cards that are suspended, certificates that take the place of others, people found by name, and
-- the changes of every status as each process on this database learns of them.

alter table registry.person
  -- HMAC-SHA-256 of name and birth date under the operator key; null until the counter writes the entry again
  add column name_lookup bytea check (octet_length(name_lookup) = 32);
create index person_by_name on registry.person (name_lookup);

alter table record.card drop constraint card_state_check;
alter table record.card add constraint card_state_check check (state in ('in-use', 'suspended', 'ended'));
drop index record.card_in_use;
create unique index card_in_use on record.card (person) where state <> 'ended';

-- one of each kind that is not revoked; those before it stay on record
drop index record.certificate_of_card;
create unique index certificate_of_card on record.certificate (person, card, kind)
  where carrier = 'card' and status <> 'revoked';

-- Grows with each change of a status; of one certificate a later change has the greater number.
create sequence record.status_change;
alter table record.certificate add column change bigint not null default 0;
create index certificate_change on record.certificate (change);

create function record.certificate_status_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.status is distinct from old.status then
    if old.status = 'revoked' then
      raise exception 'a revoked certificate stays revoked'
        using errcode = 'check_violation', constraint = 'certificate_revoked_for_good', schema = 'record', table = 'certificate';
    end if;
    -- 5-B2: only the authentication certificate of a card is released; all others are issued anew
    if old.status = 'hold' and new.status = 'good' and new.series <> 'card-authentication' then
      raise exception 'a suspended certificate of this series never becomes good again'
        using errcode = 'check_violation', constraint = 'certificate_suspended_for_good', schema = 'record', table = 'certificate';
    end if;
    if new.status = 'signed' then
      raise exception 'a certificate that was published stays so'
        using errcode = 'check_violation', constraint = 'certificate_published_for_good', schema = 'record', table = 'certificate';
    end if;
  end if;
  -- The transaction has its number before the change has one: whoever reads on from a change relies on it.
  perform pg_current_xact_id();
  new.change := nextval('record.status_change');
  if new.status <> 'signed' then
    perform pg_notify('kazashi_status', format('%s %s %s %s', new.change, new.series, new.index, new.status));
  end if;
  return new;
end
$$;
create trigger certificate_status_changes before insert or update of status on record.certificate
  for each row execute function record.certificate_status_changes();
