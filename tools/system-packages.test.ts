import { expect, test } from 'vitest'
import { missingPackages, plan } from './system-packages.ts'

test('packages: root installs, sudo without a password installs, anyone else gets one command to run', () => {
  const missing = ['opensc', 'pcscd']
  const asRoot = plan(missing, { isRoot: true, hasSudo: false })
  expect(asRoot).toEqual({
    run: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '--yes', '--no-install-recommends', 'opensc', 'pcscd'],
    ],
  })
  const withSudo = plan(missing, { isRoot: false, hasSudo: true })
  expect('run' in withSudo && withSudo.run.every(([first]) => first === 'sudo')).toBe(true)
  const told = plan(missing, { isRoot: false, hasSudo: false })
  expect('tell' in told && told.tell).toContain(
    'apt-get install --yes --no-install-recommends opensc pcscd',
  )
})

test('packages: nothing missing, nothing run', () => {
  expect(plan([], { isRoot: false, hasSudo: false })).toEqual({ run: [] })
})

test('packages: one that does not exist counts as missing', (ctx) => {
  const missing = missingPackages(['dpkg', 'kazashi-no-such-package'])
  if (missing === undefined) ctx.skip('needs dpkg')
  expect(missing).toEqual(['kazashi-no-such-package'])
})
