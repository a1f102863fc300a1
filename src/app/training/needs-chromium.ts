import { access, constants } from 'node:fs/promises'
import type { Config } from '../../config.ts'

/** The configuration as this machine can keep it, and what was given up. */
export interface Playable {
  config: Config
  /** where Chromium should have been; absent when nothing is missing */
  missingChromium?: string
}

/**
 * Training goes on without WhatsApp where there is no Chromium: a newcomer must get a running city, not an empty health
 * page. In live service nothing is given up: the missing Chromium is a fault that the health page shows.
 */
export const playable = async (config: Config): Promise<Playable> => {
  const { whatsapp, ...rest } = config
  if (config.mode !== 'gladi' || !whatsapp || (await isProgram(whatsapp.chromiumPath))) return { config }
  const roles = config.roles.filter(role => role !== 'whatsapp')
  return { config: { ...rest, roles }, missingChromium: whatsapp.chromiumPath }
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
