#!/usr/bin/env node
// Plain JavaScript for any Node since 12.20: where the machine's Node is too old for the rest, the one from npm runs it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
const here = dirname(fileURLToPath(import.meta.url))
// Packed, it is JavaScript: Node strips no types from what npm has installed.
const program = ['kazashi.js', 'kazashi.ts'].map((name) => join(here, name)).find(existsSync)
const names = process.platform === 'win32' ? ['node.exe', 'node'] : ['node']

function ownNode() {
  for (let folder = here; ; folder = dirname(folder)) {
    for (const name of names) {
      const candidate = join(folder, 'node_modules', 'node', 'bin', name)
      if (existsSync(candidate)) return candidate
    }
    if (folder === dirname(folder)) return undefined
  }
}

function runWith(node) {
  // The channel tells the child when this process is killed, so that it ends its database in order.
  const child = spawn(node, [program].concat(process.argv.slice(2)), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // A program that started this one has a channel of the same meaning.
  if (process.channel) {
    process.once('disconnect', () => child.connected && child.disconnect())
    process.channel.unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? 1 : code
    if (signal) console.error(`kazashi was ended by ${signal}`)
  })
}

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // Modules are kept compiled for the next start, where the system allows it.
  module.enableCompileCache()
  import(pathToFileURL(program).href)
} else {
  const node = ownNode()
  if (node === undefined) {
    console.error(`NODE_TOO_OLD: Kazashi needs Node ${needed}, this is ${process.version}`)
    console.error(
      `Next: run npm ci in the project, or npm install node@${needed} where Kazashi is installed`,
    )
    process.exitCode = 1
  } else {
    runWith(node)
  }
}
