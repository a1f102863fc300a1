import type { BrowserContext } from 'playwright-core'

/** Scripts that the page loads before it can be used, as they came over the line. */
export interface FirstLoad {
  bytes: number
  /** address -> bytes */
  scripts: Record<string, number>
}

/** Opens an address in a fresh tab and adds up the scripts until the line is quiet. */
export const firstLoad = async (context: BrowserContext, url: string): Promise<FirstLoad> => {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const asked = new Map<string, string>()
  const scripts: Record<string, number> = {}
  line.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') asked.set(requestId, new URL(response.url).pathname)
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = asked.get(requestId)
    if (path !== undefined) scripts[path] = encodedDataLength
  })
  await line.send('Network.enable')
  await page.goto(url)
  await page.getByRole('navigation').first().waitFor()
  await page.close()
  return { bytes: Object.values(scripts).reduce((sum, bytes) => sum + bytes, 0), scripts }
}
