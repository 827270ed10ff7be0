/** The words of a login, or of signing where documents are to be signed. */
import { useTexts } from '@kazashi/ui'
import { signTexts } from './sign-texts.ts'
import type { LoginState } from './table.ts'
import { texts } from './texts.ts'

export function useWords(state: LoginState) {
  const login = useTexts(texts)
  const { instead } = useTexts(signTexts)
  const signs = 'asked' in state && state.asked?.documents !== undefined
  return signs ? { ...login, ...instead } : login
}
