/** What the first screen after the login shows, and the whole of notices and records. */
import type { Application } from '../database/applications.ts'
import { healthOf } from '../health/generate.ts'
import { knownOf } from '../health/known.ts'
import { noticesOf } from '../home/notices.ts'
import { type PersonNeeds, visitorOf } from './needs.ts'
import { applicationLine } from './views.ts'

const takenOf = (all: readonly Application[]) =>
  all.flatMap((one) =>
    one.state === 'submitted' ? [{ ...one, notAfter: new Date(one.findings.notAfter) }] : [],
  )

export function homeRoutes(needs: PersonNeeds): void {
  const { app, trust, applications, events } = needs

  app.get('/api/home', async (request, reply) => {
    const { sub } = await visitorOf(needs, request, reply)
    const now = await trust.now()
    const all = await applications.all(sub)
    const taken = takenOf(all)
    const { medicines, checkUps, vaccinations, handbook } = healthOf(knownOf(sub, all, now), now)
    await events.add(sub, now, { kind: 'read', what: 'check-ups' })
    const [signature] = [...taken].sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime())
    return {
      applications: all.map((one) => applicationLine(one, now)),
      notices: noticesOf(taken, now),
      events: await events.all(sub),
      own: {
        checkUps,
        medicines: medicines.length,
        lastMedicine: medicines[0] ?? null,
        vaccinations: vaccinations.length,
        lastVaccination: vaccinations[0] ?? null,
        handbook: handbook === undefined ? null : handbook.childBorn,
      },
      /** What a signature told of the certificate; a login tells nothing of it. */
      certificateEnds: signature?.notAfter.toISOString() ?? null,
    }
  })
}
