/** What every party is made of that keeps something: PostgreSQL, its migrations, sealing at rest, secrets in files (Node only). */
export { migrate } from './migrate.ts'
export { openPool, reachDatabase, violatedUnique } from './pool.ts'
export { createSealing, type Sealing } from './sealing.ts'
export { secretFile } from './secret-file.ts'
