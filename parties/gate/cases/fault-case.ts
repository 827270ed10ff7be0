import { type FaultCase, isFaultCase } from '@kazashi/cases'
import { z } from 'zod'

/** As it is kept beside a login. */
export const faultCase = z.custom<FaultCase>(
  (value) => typeof value === 'string' && isFaultCase(value),
)
