/** One telephone number: its purpose, its hours, and whether it is open now. */
import { Chip, Telephone, useTexts } from '@kazashi/ui'
import { isOpenNow } from '../contacts/contacts.ts'
import { contactTexts } from './contact-texts.ts'

export function Contact(props: {
  name: string
  guidance?: string
  hours: string
  contact: Parameters<typeof isOpenNow>[0] & { readonly number: string }
  now: Date
}) {
  const { name, guidance, hours, contact, now } = props
  const t = useTexts(contactTexts)
  const open = isOpenNow(contact, now)
  return (
    <section className="flex flex-col gap-1 grouped py-3">
      <h2 className="text-lg">{name}</h2>
      <p>
        <Chip tone={open ? 'good' : 'warn'} icon={open ? 'call' : 'moon'}>
          {open ? t.open : t.closed}
        </Chip>
      </p>
      <p>{hours}</p>
      {guidance !== undefined && <p>{guidance}</p>}
      <p>
        <Telephone number={contact.number} />
      </p>
    </section>
  )
}
