import { originsFor } from '@kazashi/serve'
import { expect, test } from 'vitest'
import { callers } from './callers.ts'
import { authorityRoutes } from './routes.ts'

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

test('RFC 6750 §2.1 every line of the table of callers is an existing route', async () => {
  const app = await authorityRoutes({
    origins: originsFor(8080),
    records: () => {
      throw new TypeError('no route is called here')
    },
  })
  await app.ready()
  const missing = Object.keys(callers).filter((line) => {
    const [word = '', url = ''] = line.split(' ')
    const method = methods.find((one) => one === word)
    return !method || !app.hasRoute({ method, url })
  })
  await app.close()
  expect(missing).toEqual([])
})
