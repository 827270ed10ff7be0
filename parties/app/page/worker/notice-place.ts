/** The place a notice leads to. */
import { oneOf } from '../phone/member.ts'

const noticePlaces = ['register', 'notices'] as const
export type NoticePlace = (typeof noticePlaces)[number]

export const noticePlaceOf = (value: unknown): NoticePlace | undefined => oneOf(noticePlaces, value)
