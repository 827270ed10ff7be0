/** 1-D: the section of the course that each step of 3-C and 3-D belongs to. */
import type { Section } from '../sections/sections.ts'
import type { IphoneApplyState } from './table.ts'

export const sectionOfIphoneApply: Readonly<Record<IphoneApplyState['name'], Section>> = {
  'check-list': '3-A',
  unsupported: '3-A',
  notes: '3-C',
  face: '3-C',
  'face-moving': '3-C',
  'face-done': '3-C',
  'face-person': '3-C',
  'face-recording': '3-C',
  'card-pin': '3-C',
  'card-password': '3-C',
  reading: '3-C',
  read: '3-C',
  pin: '3-D',
  'pin-again': '3-D',
  password: '3-D',
  'password-again': '3-D',
  setting: '3-D',
  wallet: '3-D',
  'wallet-sheet': '3-D',
  submitting: '3-D',
  added: '3-D',
  stopped: '3-C',
}
