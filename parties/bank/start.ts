/** The bank by itself, beside a Kazashi that runs: `node start.ts` (README.md). */
import { startAlone } from '@kazashi/site/start'
import { bankName, createBank, productNames } from './index.ts'

await startAlone({ name: 'bank', title: bankName, signs: productNames, create: createBank })
