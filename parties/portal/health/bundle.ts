/**
 * A person's own information as a FHIR R4 Bundle (HL7 FHIR 4.0.1 §2.36) with the profiles of JP Core 1.2. Codes are those that JP Core, its
 * sister guide for check-ups and LOINC publish; what has none that was looked up is text alone.
 */
import { createHash } from 'node:crypto'
import { checkUpResources } from './check-up-resources.ts'
import { type Coding, codings, profile, type Reference, type Resource } from './fhir.ts'
import type { HandbookEntry, HealthRecord, Medicine, Vaccination } from './record.ts'

const sandboxTag = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
} as const

/** RFC 9562 §5.8: a name of its own for each resource, the same again each time. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const concept = (text: string, ...coding: Coding[]) => ({
  ...(coding.length > 0 && { coding }),
  text,
})

function medicineResources(medicine: Medicine, at: number, subject: Reference): Resource[] {
  const { name, hot9, usage, dose, times, days } = medicine
  const tablets = (value: number) => ({ value, unit: '錠', ...codings.tablet })
  const identifier = [
    { system: codings.rpNumber, value: String(at + 1) },
    { system: codings.orderInRp, value: '1' },
  ]
  const medicationCodeableConcept = concept(
    name.ja,
    ...(hot9 === undefined
      ? []
      : [{ system: codings.hot9, code: hot9, display: 'ムコダイン錠２５０ｍｇ' }]),
  )
  const dosageInstruction = [
    {
      text: `内服・経口・${usage.ja}`,
      doseAndRate: [{ doseQuantity: tablets(dose) }],
    },
  ]
  const daysSupply = { value: days, unit: '日', system: codings.ucum, code: 'd' }
  const quantity = tablets(dose * times * days)
  return [
    {
      resourceType: 'MedicationRequest',
      meta: profile('JP_MedicationRequest'),
      identifier,
      status: 'completed',
      intent: 'order',
      medicationCodeableConcept,
      subject,
      authoredOn: medicine.prescribed,
      dosageInstruction,
      dispenseRequest: { quantity, expectedSupplyDuration: daysSupply },
    },
    {
      resourceType: 'MedicationDispense',
      meta: profile('JP_MedicationDispense'),
      identifier,
      status: 'completed',
      medicationCodeableConcept,
      subject,
      performer: [{ actor: { display: medicine.pharmacy.ja } }],
      quantity,
      daysSupply,
      whenHandedOver: medicine.handedOver,
      dosageInstruction,
    },
  ]
}

const immunization = ({ vaccine, yj, date, dose }: Vaccination, patient: Reference): Resource => ({
  resourceType: 'Immunization',
  meta: profile('JP_Immunization'),
  status: 'completed',
  vaccineCode: concept(
    `${vaccine.ja}ワクチン`,
    ...(yj === undefined ? [] : [{ system: codings.yj, code: yj, display: '肺炎球菌ワクチン' }]),
  ),
  patient,
  occurrenceDateTime: date,
  protocolApplied: [{ doseNumberPositiveInt: dose }],
})

function handbookResources(entry: HandbookEntry, subject: Reference): Resource[] {
  const words =
    entry.about === 'pregnancy' ? `妊娠${entry.at}週の健診` : `${entry.at}か月の乳幼児健診`
  const observed = (
    name: string,
    value: number,
    unit: string,
    coding: readonly Coding[],
  ): Resource => ({
    resourceType: 'Observation',
    meta: profile('JP_Observation_BodyMeasurement'),
    status: 'final',
    category: [
      { coding: [{ system: codings.observationCategory, code: 'body-measurement' }] },
      concept('母子健康手帳'),
    ],
    code: concept(`${words}：${name}`, ...coding),
    subject,
    effectiveDateTime: entry.date,
    valueQuantity: { value, unit, system: codings.ucum, code: unit },
  })
  return [
    observed('体重', entry.weight, 'kg', codings.weight),
    ...(entry.height === undefined ? [] : [observed('身長', entry.height, 'cm', codings.height)]),
  ]
}

/** @param sub the portal's own name for the person @param now the sandbox's time */
export function bundleOf(sub: string, record: HealthRecord, now: Date) {
  const urn = (name: string) => `urn:uuid:${uuidOf(`${sub} ${name}`)}`
  const mother: Reference = { reference: urn('Patient') }
  const child: Reference = { reference: urn('Child') }
  const patient: Resource = {
    resourceType: 'Patient',
    meta: profile('JP_Patient'),
    gender: record.sex ?? 'unknown',
    ...(record.birthDate !== undefined && { birthDate: record.birthDate }),
  }
  const { handbook } = record
  const resources: (readonly [string, Resource])[] = [[urn('Patient'), patient]]
  const add = (...more: Resource[]) => {
    for (const one of more) resources.push([urn(`${one.resourceType} ${resources.length}`), one])
  }
  for (const [at, medicine] of record.medicines.entries())
    add(...medicineResources(medicine, at, mother))
  for (const checkUp of record.checkUps) {
    const specimen = urn(`Specimen ${checkUp.date}`)
    const all = checkUpResources(checkUp, mother, specimen)
    resources.push([specimen, all.specimen])
    const results: Reference[] = []
    for (const one of all.results) {
      results.push({ reference: urn(`${one.resourceType} ${resources.length}`) })
      add(one)
    }
    add(...all.measured, all.report(results))
  }
  for (const vaccination of record.vaccinations) add(immunization(vaccination, mother))
  if (handbook !== undefined) {
    const born: Resource = {
      resourceType: 'Patient',
      meta: profile('JP_Patient'),
      birthDate: handbook.childBorn,
    }
    resources.push([urn('Child'), born])
    for (const entry of handbook.entries)
      add(...handbookResources(entry, entry.about === 'child' ? child : mother))
  }
  return {
    resourceType: 'Bundle',
    id: uuidOf(`${sub} Bundle`),
    meta: { tag: [sandboxTag] },
    type: 'collection',
    timestamp: now.toISOString(),
    entry: resources.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  } as const
}
