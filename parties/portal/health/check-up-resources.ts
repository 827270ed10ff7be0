/** One year's check-up as FHIR R4 resources of JP Core: body measures, blood pressure, two results of the laboratory and their report. */
import { type Coding, codings, profile, type Reference, type Resource } from './fhir.ts'
import { type CheckUp, type Measure, units, usual } from './record.ts'

const quantity = (measure: Measure, value: number) => ({
  value,
  unit: units[measure],
  system: codings.ucum,
  code: units[measure],
})

function rangeOf(measure: Measure) {
  const { low, high } = usual[measure]
  if (low === undefined && high === undefined) return {}
  const range = {
    ...(low !== undefined && { low: quantity(measure, low) }),
    ...(high !== undefined && { high: quantity(measure, high) }),
    text: '特定健診の保健指導判定値より',
  }
  return { referenceRange: [range] }
}

export interface CheckUpResources {
  readonly specimen: Resource
  readonly results: readonly Resource[]
  readonly measured: readonly Resource[]
  readonly report: (results: readonly Reference[]) => Resource
}

/** @param specimen its `fullUrl` */
export function checkUpResources(
  { date, values }: CheckUp,
  subject: Reference,
  specimen: string,
): CheckUpResources {
  const observation = (
    kind: { readonly profile: string; readonly category: string },
    code: { readonly text: string; readonly coding: readonly Coding[] },
    more: object,
  ): Resource => ({
    resourceType: 'Observation',
    meta: profile(kind.profile),
    status: 'final',
    category: [{ coding: [{ system: codings.observationCategory, code: kind.category }] }],
    code,
    subject,
    effectiveDateTime: date,
    ...more,
  })
  const body = { profile: 'JP_Observation_BodyMeasurement', category: 'body-measurement' }
  const vital = { profile: 'JP_Observation_VitalSigns', category: 'vital-signs' }
  const laboratory = { profile: 'JP_Observation_LabResult', category: 'laboratory' }
  const valued = (measure: Measure) => ({
    valueQuantity: quantity(measure, values[measure]),
    ...rangeOf(measure),
  })
  const component = (measure: 'systolic' | 'diastolic', text: string) => ({
    code: { coding: codings[measure], text },
    ...valued(measure),
  })
  const tested = (measure: 'hba1c' | 'ldl', text: string) =>
    observation(
      laboratory,
      { coding: codings[measure], text },
      { ...valued(measure), specimen: { reference: specimen } },
    )
  return {
    specimen: {
      resourceType: 'Specimen',
      meta: profile('JP_Specimen_Common'),
      type: { text: '血液' },
      subject,
    },
    results: [tested('hba1c', 'HbA1c（NGSP）'), tested('ldl', 'LDLコレステロール')],
    measured: [
      observation(body, { coding: codings.height, text: '身長' }, valued('height')),
      observation(body, { coding: codings.weight, text: '体重' }, valued('weight')),
      observation(
        vital,
        { coding: codings.bloodPressure, text: '血圧' },
        {
          component: [
            component('systolic', '収縮期血圧（上）'),
            component('diastolic', '拡張期血圧（下）'),
          ],
        },
      ),
    ],
    report: (results) => ({
      resourceType: 'DiagnosticReport',
      meta: profile('JP_DiagnosticReport_LabResult'),
      status: 'final',
      category: [
        { coding: [{ system: codings.loincSystem, code: 'LP29693-6', display: '検体検査' }] },
      ],
      code: {
        coding: [{ system: codings.documents, code: '11502-2', display: '検体検査報告書' }],
        text: '健診の検体検査',
      },
      subject,
      effectiveDateTime: date,
      result: results,
    }),
  }
}
