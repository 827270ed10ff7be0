/** The section of the course of each screen: its 「ヘルプ ?」 answers this one first. Types and tables only; the words are loaded with the help. */
import type { DeviceDescription } from '../phone/platform.ts'
import type { PlaceName } from '../place-name.ts'

export type Section =
  | '1-A②'
  | '1-A③'
  | '1-B①'
  | '1-B③'
  | '2-A'
  | '2-C'
  | '2-D'
  | '2-E'
  | '2-F'
  | '3-A'
  | '3-C'
  | '3-D'
  | '3-E'
  | '3-F'
  | '4-A'
  | '4-B'
  | '5-A'
  | '5-B1'
  | '5-B3'

type ByPlatform = Readonly<Record<DeviceDescription['platform'], Section>>
const both = (section: Section): ByPlatform => ({ android: section, iphone: section })

/** null: help is opened for itself there. The procedures of an application have tables of their own (section.ts in their folders). */
export const sectionOfPlace: Readonly<Record<PlaceName, ByPlatform | null>> = {
  home: null,
  menu: null,
  help: null,
  status: both('5-A'),
  notices: { android: '2-E', iphone: '3-D' },
  loss: both('5-B1'),
  'new-phone': both('4-A'),
  install: { android: '2-A', iphone: '3-A' },
  apply: both('2-C'),
  switch: both('4-B'),
  resume: both('5-B3'),
  register: both('2-E'),
  withdraw: { android: '2-D', iphone: '3-D' },
  login: both('1-B①'),
  hold: both('1-B③'),
  present: both('1-A②'),
  revoke: both('2-F'),
  biometrics: both('1-A③'),
  'reset-phone': both('5-A'),
  'reset-secret': { android: '2-D', iphone: '3-D' },
  'iphone-add': both('3-C'),
  'iphone-card': both('3-E'),
  'delete-other': both('3-F'),
  shown: both('1-A②'),
}
