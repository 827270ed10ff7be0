/** All suites, in the order of the report. */
import { certificates } from './certificates.ts'
import { chains } from './chains.ts'
import { cms } from './cms.ts'
import { crls } from './crls.ts'
import { limbo } from './limbo.ts'
import { mdoc } from './mdoc.ts'
import { mdocDevice } from './mdoc-device.ts'
import { boringsslOcsp, ocspRequests, opensslOcsp } from './ocsp.ts'
import { pdf } from './pdf.ts'
import { pkits } from './pkits.ts'
import { robustness } from './robustness.ts'
import type { Suite } from './suite.ts'
import { wycheproof } from './wycheproof.ts'
import { xmldsig } from './xmldsig.ts'
import { zlint } from './zlint.ts'

export const suites: readonly Suite[] = [
  pkits,
  limbo,
  chains,
  certificates,
  zlint,
  crls,
  opensslOcsp,
  boringsslOcsp,
  ocspRequests,
  cms,
  pdf,
  xmldsig,
  mdoc,
  mdocDevice,
  wycheproof,
  robustness,
]
