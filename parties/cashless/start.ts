/** The cashless payment by itself, beside a Kazashi that runs: `node start.ts` (README.md). */
import { startAlone } from '@kazashi/site/start'
import { cashlessName, createCashless } from './index.ts'

await startAlone({ name: 'cashless', title: cashlessName, create: createCashless })
