/**
 * A field whose text is tidied while it is typed. An input method composes a text over several changes (UI Events §5.7), and doubles it
 * where it is changed meanwhile: so it is left as it is until it has been composed.
 */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * @param onTyped gets what is to be tidied @param onComposing gets what is shown meanwhile, as it is
 * @returns what the field calls with every change
 */
export function useComposed(
  input: RefObject<HTMLInputElement | null>,
  onTyped: (typed: string) => void,
  onComposing: (typed: string) => void,
): (typed: string) => void {
  const composing = useRef(false)
  const tidy = useRef(onTyped)
  tidy.current = onTyped
  useEffect(() => {
    const field = input.current
    const begin = () => {
      composing.current = true
    }
    const end = () => {
      composing.current = false
      if (field) tidy.current(field.value)
    }
    field?.addEventListener('compositionstart', begin)
    field?.addEventListener('compositionend', end)
    return () => {
      field?.removeEventListener('compositionstart', begin)
      field?.removeEventListener('compositionend', end)
    }
  }, [input])
  return (typed) => (composing.current ? onComposing(typed) : onTyped(typed))
}
