/** How far a wallet has come with the identity check (本人確認), what moves it on, and what is compared. */
import type { CertificateAttributes } from '@kazashi/pki'
import { compare, differing, type PersonField, substitutes, type Written } from '@kazashi/site'

/**
 * opened: by a login alone. asked-again: what was written differed, or the certificate says something new. refused: it differed too often; the
 * wallet goes on as it was opened.
 */
export const states = ['opened', 'asked-again', 'identified', 'refused'] as const
export type State = (typeof states)[number]
type Event = 'matched' | 'differed' | 'differed-too-often' | 'changed'

/** A missing cell is a refusal. */
const life: Readonly<Record<State, { readonly [E in Event]?: State }>> = {
  opened: { matched: 'identified', differed: 'asked-again', 'differed-too-often': 'refused' },
  'asked-again': {
    matched: 'identified',
    differed: 'asked-again',
    'differed-too-often': 'refused',
  },
  identified: { changed: 'asked-again' },
  refused: {},
}
export const stepWallet = (from: State, event: Event): State | undefined => life[from][event]
export const mayApply = (state: State): boolean => life[state].matched !== undefined

/** Made up: so often what was written may differ from the certificate before somebody has to call. */
export const mostDifferences = 3

/** What a proof says of a person; today that of the signing certificate. */
export type Proven = CertificateAttributes

export interface Identity {
  /** As the proof writes them. */
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  /** Characters of name and address that stand for others (代替文字). */
  readonly substitutes: readonly string[]
}

export type Judgement =
  | { readonly event: 'matched'; readonly identity: Identity }
  | { readonly event: 'differed' | 'differed-too-often'; readonly fields: readonly PersonField[] }

/** @param before how often it differed until now */
export function judge(written: Written, proven: Proven, before: number): Judgement {
  const fields = differing(compare(written, proven))
  if (fields.length > 0)
    return { event: before + 1 >= mostDifferences ? 'differed-too-often' : 'differed', fields }
  const { name, address, birthDate, nameFlags, addressFlags } = proven
  const found = [...substitutes(name, nameFlags), ...substitutes(address, addressFlags)]
  return { event: 'matched', identity: { name, address, birthDate, substitutes: found } }
}

/** What a later login handed over, beside what was proved before. @returns what is new */
export const changedSince = (
  identity: Pick<Identity, 'name' | 'address'>,
  claims: { readonly name?: string; readonly address?: string },
): readonly PersonField[] =>
  (['name', 'address'] as const).filter(
    (field) => claims[field] !== undefined && claims[field] !== identity[field],
  )
