/** Names and codes of FHIR R4, JP Core and the code systems that are used here; where each was read stands in decision 0049. */

export interface Resource {
  readonly resourceType: string
  readonly [member: string]: unknown
}

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display?: string
}

export interface Reference {
  readonly reference: string
}

export const profile = (name: string) => ({
  profile: [`http://jpfhir.jp/fhir/core/StructureDefinition/${name}`],
})

const loinc = (code: string, display: string): Coding => ({
  system: 'http://loinc.org',
  code,
  display,
})
/** 特定健診項目コード, which are JLAC10's. */
const checkUp = (code: string, display: string): Coding => ({
  system: 'urn:oid:1.2.392.200119.6.1005',
  code,
  display,
})
const jlac10 = (code: string, display: string): Coding => ({
  system: 'http://medis.or.jp/CodeSystem/master-JLAC10-17digits',
  code,
  display,
})

export const codings = {
  ucum: 'http://unitsofmeasure.org',
  hot9: 'http://medis.or.jp/CodeSystem/master-HOT9',
  yj: 'http://capstandard.jp/iyaku.info/CodeSystem/YJ-code',
  rpNumber: 'http://jpfhir.jp/fhir/core/mhlw/IdSystem/Medication-RPGroupNumber',
  orderInRp: 'http://jpfhir.jp/fhir/core/mhlw/IdSystem/MedicationAdministrationIndex',
  tablet: {
    system: 'http://jpfhir.jp/fhir/core/mhlw/CodeSystem/MedicationUnitMERIT9Code',
    code: 'TAB',
  },
  observationCategory: 'http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS',
  documents: 'http://jpfhir.jp/fhir/core/CodeSystem/JP_DocumentCodes_CS',
  loincSystem: 'http://loinc.org',
  height: [loinc('8302-2', 'Body height'), checkUp('9N001000000000001', '身長')],
  weight: [loinc('29463-7', 'Body weight'), checkUp('9N006000000000001', '体重')],
  bloodPressure: [loinc('85354-9', 'Blood pressure panel with all children optional')],
  systolic: [
    loinc('8480-6', 'Systolic blood pressure'),
    checkUp('9A751000000000001', '収縮期血圧(1回目)'),
  ],
  diastolic: [
    loinc('8462-4', 'Diastolic blood pressure'),
    checkUp('9A761000000000001', '拡張期血圧(1回目)'),
  ],
  hba1c: [jlac10('3D046000001906202', 'HbA1c(NGSP値)')],
  ldl: [jlac10('3F077000002327101', 'LDLコレステロール')],
} as const
