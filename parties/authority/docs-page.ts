/** The page at `/docs`: the OpenAPI document to read and to try, from this origin alone (CSP Level 3: nothing inline, nothing from elsewhere). */
import swaggerUi from '@fastify/swagger-ui'
import type { Party } from '@kazashi/serve'

/** To be registered after the routes' document and before the routes. */
export async function docsPage(app: Party): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // The party's own header stays.
    staticCSP: false,
    uiConfig: {
      // The other layout has a bar with a logo whose style stands inline.
      layout: 'BaseLayout',
      docExpansion: 'list',
      // Two languages and long lists: shown when they are asked for.
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      // The validator of swagger.io would learn what we serve.
      validatorUrl: null,
    },
    theme: { title: 'Kazashi authority API' },
  })
}
