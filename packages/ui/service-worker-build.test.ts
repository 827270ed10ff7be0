import { expect, test } from 'vitest'
import { isKept, listBuild, tellVersion, versionOf } from './service-worker-build.ts'

const file = (path: string, text: string) => ({ path, content: new TextEncoder().encode(text) })
const built = [file('/index.html', '<p>'), file('/assets/a-1.js', 'a'), file('/icon.svg', '<svg/>')]

test('2-B files that the page needs are kept; maps, the worker itself and files that the system fetches are not', () => {
  for (const path of ['/index.html', '/assets/a-1.js', '/icon-192.png', '/manifest.webmanifest']) {
    expect(isKept(path), path).toBe(true)
  }
  for (const path of [
    '/service-worker.js',
    '/licenses.md',
    '/assets/a-1.js.map',
    '/apple-touch-icon.png',
    '/icon-maskable-512.png',
  ]) {
    expect(isKept(path), path).toBe(false)
  }
})

test('2-B a build is known by its files: any change of one is another version, their order is not', () => {
  const version = versionOf(built)
  expect(versionOf(built.toReversed())).toBe(version)
  expect(versionOf([...built.slice(1), file('/index.html', '<p> ')])).not.toBe(version)
  expect(versionOf([...built, file('/assets/b-2.js', 'b')])).not.toBe(version)
})

test('2-B each file is listed with its digest, which the browser checks when it fetches it (SRI §3.2)', () => {
  const { files } = listBuild([...built, file('/service-worker.js', 'x')], 'v')
  expect(files.map(({ path }) => path)).toEqual(['/assets/a-1.js', '/icon.svg', '/index.html'])
  // openssl dgst -sha256 -binary <<< "a" without the line end, in base64
  expect(files[0]?.integrity).toBe('sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=')
})

test('2-B the page says which build it is', () => {
  const html = '<meta name="kazashi-build" content="" />'
  expect(tellVersion(html, 'abc')).toBe('<meta name="kazashi-build" content="abc" />')
  expect(() => tellVersion('<p>', 'abc')).toThrow(TypeError)
})
