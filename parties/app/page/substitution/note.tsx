/** Which characters of name and address stand for others in the certificate: the register has them, a certificate cannot write them. */
import type { Substitutions } from '@kazashi/phone'
import { useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

export function SubstitutionNote({ substituted }: { substituted: Substitutions | undefined }) {
  const t = useTexts(texts)
  if (substituted === undefined) return undefined
  const { name, address } = substituted
  return (
    <section className="rounded-12 bg-surface px-4 py-3">
      <h2 className="text-base">{t.title}</h2>
      {name.length > 0 && <p>{t.name([...new Set(name)])}</p>}
      {address && <p>{t.address}</p>}
      <p>{t.register}</p>
      <p>{t.told}</p>
    </section>
  )
}
