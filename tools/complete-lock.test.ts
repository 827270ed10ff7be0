import { expect, test } from 'vitest'
import { unlockedOptionals } from './check-tree.ts'
import { completeLock, platformOf } from './complete-lock.ts'

test('lock: a build’s name says on which machines it runs', () => {
  expect(platformOf('@biomejs/cli-darwin-arm64')).toEqual({ os: ['darwin'], cpu: ['arm64'] })
  expect(platformOf('@a/binding-linux-x64-musl')).toEqual({
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  })
  expect(platformOf('@a/binding-linux-arm-gnueabihf').libc).toEqual(['glibc'])
  expect(platformOf('@pcsc-mini/windows-x86_64-node')).toEqual({ os: ['win32'], cpu: ['x64'] })
  expect(platformOf('@pcsc-mini/macos-aarch64')).toEqual({ os: ['darwin'], cpu: ['arm64'] })
  expect(platformOf('@a/oxide-wasm32-wasi')).toEqual({ os: [], cpu: ['wasm32'] })
})

test('lock: missing builds are added once, and nothing else changes', () => {
  const text = JSON.stringify({
    name: 'x',
    packages: {
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'a-linux-x64': '1.0.0' },
      },
    },
  })
  const once = completeLock(text)
  expect(once.added).toEqual(['a-linux-x64'])
  expect(unlockedOptionals(once.text)).toEqual([])
  expect(completeLock(once.text)).toEqual({ added: [], text: once.text })
})
