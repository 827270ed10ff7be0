/** 1-D: the section of the course that each step of an application belongs to. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import type { Section } from '../sections/sections.ts'
import type { ApplyState } from './table.ts'

const ofApply: Readonly<Record<ApplyState['name'], Section>> = {
  'check-list': '2-A',
  'card-password': '2-C',
  choose: '2-C',
  reading: '2-C',
  read: '2-C',
  'signing-password': '2-D',
  pin: '2-D',
  submitting: '2-D',
  applied: '2-D',
  stopped: '2-C',
}

/** 4-B and 5-B3 are told as a whole: their steps are those of 2-C and 2-D. */
export function sectionOfApply(purpose: ApplicationPurpose, name: ApplyState['name']): Section {
  if (purpose === 'switch') return '4-B'
  return purpose === 'resume' ? '5-B3' : ofApply[name]
}
