/** The files that the observer loads in a page, for the server of that page (Node only): name under its folder → place on this machine. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

const models = ['blazeface', 'facemesh', 'iris', 'faceres', 'antispoof', 'liveness'] as const

export function faceFiles(): ReadonlyMap<string, string> {
  const human = dirname(dirname(resolve('@vladmandic/human')))
  const wasm = dirname(resolve('@tensorflow/tfjs-backend-wasm'))
  return new Map([
    ['human.js', join(human, 'dist/human.esm.js')],
    ['LICENSE', join(human, 'LICENSE')],
    ...models.flatMap((name) =>
      ['json', 'bin'].map((end): [string, string] => [
        `${name}.${end}`,
        join(human, 'models', `${name}.${end}`),
      ]),
    ),
    ...['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name): [string, string] => [
      name,
      join(wasm, name),
    ]),
    ['openjpeg.js', resolve('@cornerstonejs/codec-openjpeg/decodewasmjs')],
    ['openjpeg.wasm', resolve('@cornerstonejs/codec-openjpeg/decodewasm')],
  ])
}
