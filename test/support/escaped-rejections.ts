import { afterAll, beforeAll } from 'vitest'

/** How puppeteer ends the calls that were under way when its Chromium or page went. */
const CLOSED = /Target closed|Session closed|Connection closed|detached|Execution context was destroyed/i

/**
 * whatsapp-web.js lets rejections escape when its Chromium goes while it is at work (seen on destroy after logout). Nobody can catch
 * them but the process; in a test file that lets Chromium die these, and only these, are set aside.
 * @returns the sentences that were set aside so far
 */
export function setAsideEscapedRejections(): readonly string[] {
  const escaped: string[] = []
  let others: NodeJS.UnhandledRejectionListener[] = []
  const sort: NodeJS.UnhandledRejectionListener = (reason, promise) => {
    if (reason instanceof Error && CLOSED.test(reason.message)) escaped.push(reason.message)
    else for (const listener of others) listener(reason, promise)
  }
  beforeAll(() => {
    others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', sort)
  })
  afterAll(() => {
    process.off('unhandledRejection', sort)
    for (const listener of others) process.on('unhandledRejection', listener)
  })
  return escaped
}
