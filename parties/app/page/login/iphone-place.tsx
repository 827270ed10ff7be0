/** 1-B① on an iPhone: the same procedure, with an iPhone's words where it is refused. */
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { PlaceProps } from '../place.ts'
import Login from './place.tsx'

export default function IphoneLogin(props: PlaceProps) {
  return (
    <IphoneWords>
      <Login {...props} />
    </IphoneWords>
  )
}
