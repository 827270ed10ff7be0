-- What expires next, without looking at every credential there is.
create index certificate_expiring on record.certificate (not_after)
  where carrier = 'phone' and status in ('good', 'hold');
