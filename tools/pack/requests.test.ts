import { expect, test } from 'vitest'
import { asJavaScript } from './compile.ts'
import { packageNameOf, rewrite } from './requests.ts'

test('packages: a file’s imports get other names, whatever their form, and everything else stays', () => {
  const text = `import { a } from './a.ts'
export type { B } from "./b.tsx"
declare const c: typeof import('./c.ts') // './not.ts'
declare const d: import('zod').ZodType
export * from './given.d.ts'
`
  expect(rewrite('x.d.ts', text, asJavaScript)).toBe(
    text.replace('./a.ts', './a.js').replace('./b.tsx', './b.js').replace('./c.ts', './c.js'),
  )
})

test('packages: the name to install is that before the subpath; Node’s own and paths are none', () => {
  expect(packageNameOf('@noble/hashes/sha2.js')).toBe('@noble/hashes')
  expect(packageNameOf('zod/mini')).toBe('zod')
  for (const own of ['node:fs', './a.js', '#crypto']) expect(packageNameOf(own)).toBeUndefined()
})
