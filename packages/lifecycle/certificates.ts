/** Certificates: their kinds (署名用, 利用者証明用), the carriers of their keys, and their statuses. */

export const certificateKinds = ['signing', 'authentication'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export const carriers = ['card', 'phone'] as const
export type Carrier = (typeof carriers)[number]

/** signed: made, not registered yet, nobody may rely on it · hold: suspended, until it is released or ends */
export const certificateStatuses = ['signed', 'good', 'hold', 'revoked'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]
