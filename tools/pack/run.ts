/** `npm run pack`: writes tarballs that npm installs into `dist`, with their digests in `dist/SHA256SUMS`. */
import { globSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { readArguments } from '../arguments.ts'
import { pack } from './pack.ts'

const root = resolve(import.meta.dirname, '../..')
const { values } = readArguments(
  `usage: npm run pack -- [--out DIR]

Writes a tarball of each library and of kazashi, which npm installs from the file, and their digests.
  --out  the folder; tarballs of before are removed from it; default: dist`,
  { out: { type: 'string', default: join(root, 'dist') } },
)
const out = resolve(values.out)
for (const old of globSync('{*.tgz,SHA256SUMS}', { cwd: out })) rmSync(join(out, old))
const tarballs = await pack(root, out)
const lines = tarballs.map(({ digest, path }) => `${digest}  ${basename(path)}\n`)
writeFileSync(join(out, 'SHA256SUMS'), lines.join(''))
for (const { path, size } of tarballs)
  console.log(`${(size / 1024).toFixed(0).padStart(7)} kB  ${basename(path)}`)
console.log(`\nInstall them in any folder: npm install ${join(out, '*.tgz')}`)
