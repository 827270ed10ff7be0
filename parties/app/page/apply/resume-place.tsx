/** 5-B3: 「利用再開」 on the phone that was found. */
import type { PlaceProps } from '../place.ts'
import { ApplyFlow } from './flow.tsx'

export default function ResumePlace(props: PlaceProps) {
  return <ApplyFlow {...props} purpose="resume" />
}
