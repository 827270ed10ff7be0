/** The portal by itself, beside a Kazashi that runs: `node start.ts` (README.md). */
import { startAlone } from '@kazashi/site/start'
import { createPortal, portalName } from './index.ts'

await startAlone({
  name: 'portal',
  title: portalName(true),
  create: ({ client: { encryptionKey, ...client }, databaseUrl, dataFolder, ...given }) =>
    createPortal({ ...given, client, records: { databaseUrl, dataFolder, encryptionKey } }),
})
