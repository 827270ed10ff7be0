/** Before each file of component tests: the window is as if just opened; after each test: nothing is drawn. */
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

document.head.replaceChildren()
document.body.replaceChildren()
for (const name of document.documentElement.getAttributeNames())
  document.documentElement.removeAttribute(name)
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '/')

afterEach(cleanup)
