-- 手術 is asked for on its own: who shows the doctor treatment and medicines need not show it.
alter table clinic.consent drop constraint consent_what_check;
alter table clinic.consent add constraint consent_what_check
  check (what in ('medicines', 'surgery', 'check-ups', 'limits'));
