/** A site's own test, without a site: the testing kit starts Kazashi, and a robot phone is there. */
import { startKazashi } from '@kazashi/testing'

const kazashi = await startKazashi()
try {
  const { name } = await kazashi.phones.new({ name: 'hanako' })
  console.log(
    name,
    (await kazashi.phones.list()).length,
    kazashi.newBrowser({ as: name }) !== undefined,
  )
} finally {
  await kazashi.stop()
}
