import { expect, test } from 'vitest'
import { browserPushHosts, pushEndpoint } from './endpoint.ts'

const operated = { hosts: browserPushHosts, loopback: false }
const sandbox = { hosts: browserPushHosts, loopback: true }

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
  'https://web.push.apple.com/QGuQyavXutnMH',
  'https://wns2-by3p.notify.windows.com/w/?token=BQYAAA',
])('RFC 8030 §4 a push service of a browser is asked: %s', (address) => {
  expect(pushEndpoint(address, operated)?.href).toBe(address)
})

test.each([
  ['another host', 'https://push.example/abc'],
  ['a host that only ends like a listed one', 'https://evilfcm.googleapis.com.example/abc'],
  ['a host that looks like a subdomain', 'https://xpush.apple.com/abc'],
  ['the bare name of a group of hosts', 'https://push.apple.com/abc'],
  ['without HTTPS', 'http://fcm.googleapis.com/abc'],
  ['another port', 'https://fcm.googleapis.com:8443/abc'],
  ['a user in front of the host', 'https://fcm.googleapis.com@push.example/abc'],
  ['a password', 'https://a:b@fcm.googleapis.com/abc'],
  ['this machine', 'http://localhost:4000/abc'],
  ['this machine by number', 'http://127.0.0.1:4000/abc'],
  ['a machine beside this one', 'https://10.0.0.1/abc'],
  ['where clouds keep their secrets', 'http://169.254.169.254/latest/meta-data'],
  ['a file', 'file:///etc/passwd'],
  ['no address', 'push'],
])('RFC 8030 §4 nothing is sent to %s', (_, address) => {
  expect(pushEndpoint(address, operated)).toBeUndefined()
})

test.each([
  ['http://localhost:4000/p', true],
  ['http://push.localhost:4000/p', true],
  ['http://127.0.0.1:4000/p', true],
  ['http://[::1]:4000/p', true],
  ['http://localhost.example/p', false],
  ['http://127.0.0.1.example/p', false],
  ['http://10.0.0.1/p', false],
  ['ftp://localhost/p', false],
])('RFC 8030 §4 the sandbox also takes this machine: %s %s', (address, taken) => {
  expect(pushEndpoint(address, sandbox) !== undefined).toBe(taken)
})
