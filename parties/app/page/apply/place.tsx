/** 2-C: 「スマホ用電子証明書を申請する」. */
import type { PlaceProps } from '../place.ts'
import { ApplyFlow } from './flow.tsx'

export default function ApplyPlace(props: PlaceProps) {
  return <ApplyFlow {...props} purpose="new" />
}
