/** What the page is told: by its server (`/config.json`) and by the fragment of its address. */
import { pageSettings } from '@kazashi/ui'
import { z } from 'zod'

const settings = z.object({
  origins: z.object({ authority: z.url(), desk: z.url() }),
})
export type Settings = z.infer<typeof settings>

/** @throws {TypeError} no network @throws {z.ZodError} the server answers something else */
export const readSettings = async (): Promise<Settings> => settings.parse(await pageSettings())
