/** Names under .localhost lead to this machine (RFC 6761 §6.3), also where the system's resolver does not know it: for Node's fetch and WebSocket. */
import { createRequire } from 'node:module'

const dns = createRequire(import.meta.url)('node:dns')
const { lookup } = dns
dns.lookup = (name, options, done) =>
  lookup(name.endsWith('.localhost') ? 'localhost' : name, options, done)
