import { expect, test } from 'vitest'
import { specifiersOf } from './imports-of.ts'

test('imports: every form counts, type-only ones too; one in a string or a comment does not', () => {
  const text = `
    import { a } from './value.ts'
    import type { B } from './type.ts'
    import { type C } from './inline-type.ts'
    import './effect.ts'
    export { d } from './again.ts'
    export type { E } from './type-again.ts'
    export * from './all.ts'
    const late = () => import('./late.ts')
    type F = typeof import('./inside-type.ts')
    type G = import('./of-type.ts').G
    const named = (name: string) => import(name)
    const said = "import { x } from './string.ts'; import('./string.ts')"
    // import './comment.ts'
    import { a as again } from './value.ts'
  `
  expect(specifiersOf('a.ts', text)).toEqual(
    ['value', 'type', 'inline-type', 'effect', 'again', 'type-again', 'all', 'late']
      .concat('inside-type', 'of-type')
      .map((name) => `./${name}.ts`),
  )
})
