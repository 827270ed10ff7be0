/** Where a card or a phone can be let go: elements of the page with `data-drop`, whatever lies over them. */
import { isMachineName, type MachineName } from './street.ts'

/** `phone`: the one in the hand. */
export type DropName = 'phone' | MachineName

const nameOf = (text: string | undefined): DropName | undefined => {
  if (text === 'phone') return text
  return text !== undefined && isMachineName(text) ? text : undefined
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Target {
  readonly name: DropName
  readonly box: Box
}

/** Those on the screen; one without a size is not shown. */
export const targetsOn = (page: ParentNode): readonly Target[] =>
  [...page.querySelectorAll<HTMLElement>('[data-drop]')].flatMap((element) => {
    const name = nameOf(element.dataset['drop'])
    const box = element.getBoundingClientRect()
    return name === undefined || box.right === box.left ? [] : [{ name, box }]
  })

/** @param accepts those on which the thing can lie @returns what lies under this point */
export const dropAt = (
  { x, y }: { readonly x: number; readonly y: number },
  targets: readonly Target[],
  accepts: (name: DropName) => boolean,
): DropName | undefined =>
  targets.find(
    ({ name, box: { left, right, top, bottom } }) =>
      accepts(name) && x >= left && x <= right && y >= top && y <= bottom,
  )?.name
