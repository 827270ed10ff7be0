/** The parties in the order of their start: the authority first, the others trust its publications. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '@kazashi/app'
import { createAuthority, readRoleTokens } from '@kazashi/authority'
import { bankName, createBank, productNames } from '@kazashi/bank'
import { authorityCounter, authorityStaff, createBox } from '@kazashi/box'
import { cashlessName, createCashless } from '@kazashi/cashless'
import { authorityRegister, createClinic } from '@kazashi/clinic'
import { createDesk } from '@kazashi/desk'
import { createGate } from '@kazashi/gate'
import { createKiosk, municipalRegister } from '@kazashi/kiosk'
import { createMobile } from '@kazashi/mobile'
import { createPortal, portalName } from '@kazashi/portal'
import {
  type createLogger,
  localFetch,
  type Origins,
  type Party,
  type PartyName,
  partyNames,
} from '@kazashi/serve'
import type { OpenClass } from './class/open.ts'
import type { Purpose } from './purpose.ts'
import { signingSite } from './site-client.ts'

/** Of a sandbox alone: whoever operates hands out cards at counters, and has no desk with everybody's papers. */
const sandboxOnly: ReadonlySet<PartyName> = new Set([
  'box',
  'desk',
  'bank',
  'clinic',
  'kiosk',
  'cashless',
  'mobile',
])

/** @param only of a sandbox: these alone */
export const partiesOf = (purpose: Purpose, only: readonly PartyName[] = partyNames): PartyName[] =>
  partyNames.filter(
    (name) => only.includes(name) && (purpose !== 'operating' || !sandboxOnly.has(name)),
  )

export interface Place {
  readonly purpose: Purpose
  /** Nobody is there to see how long something takes: certificates are issued without the seconds that stand for minutes. */
  readonly hurry: boolean
  /** Those that run. */
  readonly names: readonly PartyName[]
  readonly lesson?: OpenClass
  readonly origins: Origins
  readonly databaseUrl: string
  readonly anyClient: boolean
  /** Absolute; each party that keeps something gets a folder in it. */
  readonly folder: string
  readonly logger: ReturnType<typeof createLogger>
  /** Ends what is being built. */
  readonly signal: AbortSignal
}

/** Name → makes the party, ready to answer. The first start, and a change of the sources, builds its pages. */
export function creators(place: Place): Array<[PartyName, () => Promise<Party>]> {
  const { origins, databaseUrl, purpose, names, lesson, signal } = place
  const options = (name: PartyName) => ({
    origins,
    sandbox: purpose !== 'operating',
    logger: place.logger.child({ party: name }),
  })
  const dataFolder = (name: PartyName) => {
    const path = join(place.folder, name)
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  }
  const portal = () =>
    signingSite(origins, {
      name: 'portal',
      title: portalName(purpose !== 'operating'),
      dataFolder: dataFolder('portal'),
    })
  const bank = () =>
    signingSite(origins, {
      name: 'bank',
      title: bankName,
      dataFolder: dataFolder('bank'),
      signs: productNames,
    })
  const cashless = () =>
    signingSite(origins, {
      name: 'cashless',
      title: cashlessName,
      dataFolder: dataFolder('cashless'),
    })
  const factories: Array<[PartyName, () => Promise<Party>]> = [
    [
      'authority',
      () =>
        createAuthority({
          ...options('authority'),
          databaseUrl,
          dataFolder: dataFolder('authority'),
          ...(place.hurry && { issueDelaySeconds: 0 }),
          tellTokens: purpose !== 'operating',
          ...(lesson && { instructor: lesson.secrets.instructor, mayHearTokens: lesson.knows }),
        }),
    ],
    [
      'box',
      async () => {
        const { counter } = await readRoleTokens(dataFolder('authority'))
        return createBox({
          ...options('box'),
          dataFolder: dataFolder('box'),
          counter: authorityCounter(origins.authority, localFetch, counter),
          staff: authorityStaff(origins.authority, localFetch, counter),
        })
      },
    ],
    ['app', () => createApp({ ...options('app'), signal })],
    [
      'gate',
      async () => {
        const { verifier } = await readRoleTokens(dataFolder('authority'))
        return createGate({
          ...options('gate'),
          databaseUrl,
          dataFolder: dataFolder('gate'),
          verifierToken: verifier,
          rehearses: purpose === 'sandbox',
          anyClient: place.anyClient,
          clients: [
            (await portal()).metadata,
            ...(names.includes('bank') ? [(await bank()).metadata] : []),
            ...(names.includes('cashless') ? [(await cashless()).metadata] : []),
          ],
          signal,
        })
      },
    ],
    [
      'portal',
      async () => {
        const { encryptionKey, ...client } = (await portal()).settings
        return createPortal({
          ...options('portal'),
          client,
          records: { databaseUrl, dataFolder: dataFolder('portal'), encryptionKey },
          signal,
        })
      },
    ],
    [
      'desk',
      () =>
        createDesk({
          ...options('desk'),
          names,
          signal,
          clock: lesson ? 'instructor' : 'everybody',
        }),
    ],
    [
      'bank',
      async () =>
        createBank({
          ...options('bank'),
          databaseUrl,
          dataFolder: dataFolder('bank'),
          client: (await bank()).settings,
          signal,
        }),
    ],
    [
      'clinic',
      async () => {
        const { counter } = await readRoleTokens(dataFolder('authority'))
        return createClinic({
          ...options('clinic'),
          databaseUrl,
          dataFolder: dataFolder('clinic'),
          register: authorityRegister(origins.authority, localFetch, counter),
          signal,
        })
      },
    ],
    [
      'kiosk',
      async () => {
        const { counter } = await readRoleTokens(dataFolder('authority'))
        return createKiosk({
          ...options('kiosk'),
          dataFolder: dataFolder('kiosk'),
          register: municipalRegister(origins.authority, localFetch, counter),
          signal,
        })
      },
    ],
    [
      'cashless',
      async () =>
        createCashless({
          ...options('cashless'),
          databaseUrl,
          dataFolder: dataFolder('cashless'),
          client: (await cashless()).settings,
          signal,
        }),
    ],
    [
      'mobile',
      () =>
        createMobile({
          ...options('mobile'),
          databaseUrl,
          dataFolder: dataFolder('mobile'),
          signal,
        }),
    ],
  ]
  const wanted = factories.filter(([name]) => names.includes(name))
  return wanted.map(([name, create]) => [
    name,
    async () => {
      const party = await create()
      await party.ready()
      return party
    },
  ])
}
