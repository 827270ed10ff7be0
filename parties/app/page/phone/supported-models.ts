/** 「対応している機種一覧」: the models by which the check decides, in the authority's order. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { SupportedPhones } from '@kazashi/phone'

export interface SupportedModel {
  readonly model: string
  readonly minimumOsVersion: string
}

/** Models that only this sandbox has: nobody looks for theirs among them. */
const isPractice = (model: string): boolean => model.startsWith('Kazashi ')

export const supportedModels = (
  { phones }: SupportedPhones,
  platform: PhonePlatform,
): readonly SupportedModel[] =>
  phones.flatMap(({ platform: own, model, minimumOsVersion }) =>
    own === platform && !isPractice(model) ? [{ model, minimumOsVersion }] : [],
  )
