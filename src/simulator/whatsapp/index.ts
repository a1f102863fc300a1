/**
 * A stand-in of the WhatsApp Web page over local HTTPS, for training, drills and tests: see README.md beside this file.
 *
 *     const whatsapp = await startWhatsAppStandIn()
 *     new Client({ puppeteer: { args: [...whatsapp.chromiumArgs] }, … })   // whatsapp-web.js, unchanged, in real Chromium
 *     const driver = createWhatsAppDriver(whatsapp.url)                     // what people in the chats do and see
 *     await whatsapp.close()
 */
export type * from './contract.ts'
export { createWhatsAppDriver, DriverError, type WhatsAppDriver } from './driver.ts'
export type { WhatsAppStandInOptions } from './options.ts'
export { startWhatsAppStandIn, type WhatsAppStandIn } from './start.ts'
