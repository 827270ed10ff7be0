/**
 * The app's service worker (W3C Service Workers): opens the app without a network, and takes pushes. It answers for its own
 * origin only, and takes the place of an older one when the app says so, never in the middle of a procedure.
 */
import { memberOf } from './phone/member.ts'
import { keepsPages } from './worker/mailbox.ts'
import { answerTo, type Build, dropOlderBuilds, keepBuild } from './worker/pages.ts'
import { openNotice, renewSubscription, takePush } from './worker/push.ts'
import type { WorkerScope } from './worker/scope.ts'
import { askVersion, takeOver } from './worker/speech.ts'

declare const self: WorkerScope
/** Written in by the build. */
declare const kazashiBuild: Build
/** Once: the build writes the whole list where the name stands. */
const build = kazashiBuild

const withPages = keepsPages(self.registration.scope)

self.addEventListener('install', (event) => {
  event.waitUntil(withPages ? keepBuild(self, build) : self.skipWaiting())
})

self.addEventListener('activate', (event) => {
  if (!withPages) return
  event.waitUntil(dropOlderBuilds(self, build).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const answer = withPages ? answerTo(self, build, event.request) : undefined
  if (answer !== undefined) event.respondWith(answer)
})

self.addEventListener('message', (event) => {
  const type = memberOf(event.data, 'type')
  if (type === askVersion) event.ports[0]?.postMessage({ version: build.version })
  if (type === takeOver) event.waitUntil(self.skipWaiting())
})

self.addEventListener('push', (event) => {
  event.waitUntil(takePush(self, event.data?.text()))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openNotice(self, event.notification.data))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renewSubscription(self, event.oldSubscription))
})
