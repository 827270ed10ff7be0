/** Names of a sandbox's CAs and signers say so, wherever their certificates get to. */
const mark = 'SANDBOX'

export const isOfSandbox = (name: string): boolean => name.toUpperCase().includes(mark)

/** @param organization of the CA @returns what a common name begins with */
export const markOf = (organization: string): string =>
  isOfSandbox(organization) ? `${mark} ` : ''
