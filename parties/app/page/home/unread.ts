/** How many notices came since the inbox was last opened, for the mark at the bell. The newest one read is kept for each phone. */
import type { NoticeView } from '@kazashi/phone'
import { createContext, useEffect, useState } from 'react'
import type { Device } from '../phone/device.ts'
import type { PlaceName } from '../place-name.ts'

export const UnreadNotices = createContext(0)

/** @param notices the newest first @param read id of the newest one read; unknown, as another owner's is: none was */
export function unreadOf(notices: readonly { readonly id: string }[], read: string | null): number {
  const at = notices.findIndex(({ id }) => id === read)
  return at === -1 ? notices.length : at
}

const keyOf = ({ name }: Device): string => `kazashi-notices-read ${name}`

function lastRead(device: Device): string | null {
  try {
    return localStorage.getItem(keyOf(device))
  } catch {
    return null // the browser keeps nothing for this page
  }
}

function keepRead(device: Device, id: string): void {
  try {
    localStorage.setItem(keyOf(device), id)
  } catch {
    // for this visit only then
  }
}

/** @param place where the person is; the inbox reads all */
export function useUnread(
  device: Device | undefined,
  notices: readonly NoticeView[],
  place: PlaceName,
): number {
  const [read, setRead] = useState<string | null>(null)
  const newest = notices[0]?.id
  useEffect(() => {
    if (device !== undefined) setRead(lastRead(device))
  }, [device])
  useEffect(() => {
    if (device === undefined || newest === undefined || place !== 'notices') return
    keepRead(device, newest)
    setRead(newest)
  }, [device, newest, place])
  return unreadOf(notices, read)
}
