/** The list of supported models over HTTP (2-A, 3-A). */
import { type Party, ProblemDocument } from '@kazashi/serve'
import { SupportedPhones, supportedPhones } from './supported.ts'

export function phoneRoutes(app: Party): void {
  app.get(
    '/phones/supported',
    {
      schema: {
        operationId: 'listSupportedPhones',
        summary: 'Models that can hold a credential, and the oldest versions of OS and app',
        tags: ['applications'],
        response: {
          200: SupportedPhones,
          default: ProblemDocument.describe('RFC 9457; `code` tells which'),
        },
      },
    },
    async () => supportedPhones,
  )
}
