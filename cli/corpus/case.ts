/** A case as the tables have it: what is made, what a verifier must say of it, and why. */
import type { CertificateKind } from '@kazashi/lifecycle'
import type { CaseKind, Role } from './manifest.ts'
import type { AnchorName, World } from './world.ts'

/** What a row makes. */
export interface Made {
  readonly files: Readonly<Partial<Record<Role, Uint8Array>>>
  /** Judged at this instant; default: the manifest's. */
  readonly at?: Date
  /** Default: signing. */
  readonly purpose?: CertificateKind
  /** The only ones that are trusted; default: all of the manifest. */
  readonly anchors?: readonly AnchorName[]
}

interface Told {
  /** Unique in its kind. */
  readonly name: string
  readonly clause: string
  readonly because: string
  readonly ja: string
  readonly make: (world: World) => Promise<Made>
}

export type Row = Told & {
  /** The refusal of this kit; none: to be accepted. */
  readonly refused?: string
}

export interface Table {
  readonly kind: CaseKind
  readonly rows: readonly Row[]
}

/** A row on few lines. `refused`: the code; undefined: to be accepted. */
type Cells = readonly [
  name: string,
  refused: string | undefined,
  clause: string,
  because: string,
  ja: string,
  make: Row['make'],
]

export const rowsOf = (list: readonly Cells[]): Row[] =>
  list.map(([name, refused, clause, because, ja, make]) => ({
    name,
    clause,
    because,
    ja,
    make,
    ...(refused === undefined ? {} : { refused }),
  }))
