import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { circles } from './check-loops.ts'
import { foldersOf, loopsIn, neighbours } from './folder-loops.ts'
import { importGraph } from './import-graph.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

const manifest = {
  name: '@kazashi/shop',
  exports: { '.': './index.ts', './api': './api/client.ts' },
}
const crypto = { '#crypto': { browser: './crypto.browser.ts', default: './crypto.node.ts' } }

/** The graph of a project that is a party with these files, each with these imports. */
function graphOf(files: Readonly<Record<string, readonly string[]>>) {
  const root = mkdtempSync(join(tmpdir(), 'kazashi-graph-'))
  roots.push(root)
  const write = (file: string, text: string) => {
    const path = join(root, 'parties/shop', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  write('package.json', JSON.stringify({ ...manifest, imports: crypto }))
  for (const [file, imports] of Object.entries(files)) {
    write(file, imports.map((name) => `import '${name}'`).join('\n'))
  }
  return importGraph(root)
}

test('import graph: relative paths, a name with conditions, a package by its name and subpath', () => {
  const graph = graphOf({
    'index.ts': ['./goods/list.ts', '#crypto', 'node:fs', './missing.ts'],
    'goods/list.ts': ['../index.ts', '@kazashi/shop/api', '@kazashi/shop'],
    'api/client.ts': [],
    'crypto.node.ts': [],
    'crypto.browser.ts': [],
  })
  const of = (file: string) => [...(graph.get(`parties/shop/${file}`) ?? [])]
  expect(of('index.ts')).toEqual(
    ['goods/list.ts', 'crypto.browser.ts', 'crypto.node.ts'].map((file) => `parties/shop/${file}`),
  )
  expect(of('goods/list.ts')).toEqual(['parties/shop/index.ts', 'parties/shop/api/client.ts'])
})

test('folder loops: two folders that import each other by different files, on any level; tests do not count', () => {
  const graph = graphOf({
    'index.ts': ['./goods/list.ts'],
    'goods/list.ts': ['../orders/order.ts', '../orders/price.ts'],
    'goods/one.ts': [],
    'goods/list.test.ts': ['../index.ts'],
    'orders/order.ts': ['../goods/one.ts', './tax/rate.ts'],
    'orders/price.ts': [],
    'orders/tax/rate.ts': ['../price.ts'],
    'tests/buying.ts': ['../index.ts'],
  })
  expect(foldersOf(graph, 'parties/shop')).toEqual(
    ['', '/goods', '/orders', '/orders/tax'].map((folder) => `parties/shop${folder}`),
  )
  expect(loopsIn(graph, 'parties/shop')).toEqual([['goods/', 'orders/']])
  expect(loopsIn(graph, 'parties/shop/orders')).toEqual([])
  expect(neighbours(graph, 'parties/shop').get('goods/')).toEqual(new Map([['orders/', 2]]))
})

test('circles: each is told with a way round, between files and between folders', () => {
  const graph = graphOf({
    'goods/list.ts': ['./price.ts'],
    'goods/price.ts': ['./list.ts', '../orders/order.ts'],
    'orders/order.ts': [],
    'orders/tax.ts': ['../goods/price.ts'],
  })
  expect(circles(graph)).toEqual([
    'files import each other: parties/shop/goods/list.ts → parties/shop/goods/price.ts → parties/shop/goods/list.ts',
    'in parties/shop/ these import each other: goods/ → orders/ 1 · orders/ → goods/ 1',
  ])
})
