/** 4-B: 「機種変更」 on the new phone. */
import type { PlaceProps } from '../place.ts'
import { ApplyFlow } from './flow.tsx'

export default function SwitchPlace(props: PlaceProps) {
  return <ApplyFlow {...props} purpose="switch" />
}
