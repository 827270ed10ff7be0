import { render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { noteSandbox } from './operating.ts'
import { SandboxBanner } from './sandbox-banner.tsx'
import { LanguageProvider } from './texts.tsx'

afterEach(() => noteSandbox(undefined))

test.each([
  ['nothing', undefined, 1],
  ['a sandbox', { sandbox: true }, 1],
  ['something else', { sandbox: 'false' }, 1],
  ['that it operates', { sandbox: false }, 0],
] as const)('1-C② a page says SANDBOX when its server says %s', (_, settings, times) => {
  noteSandbox(settings)
  const { unmount } = render(
    <LanguageProvider first="ja">
      <SandboxBanner />
    </LanguageProvider>,
  )
  expect(screen.queryAllByText(/SANDBOX/)).toHaveLength(times)
  unmount()
})
