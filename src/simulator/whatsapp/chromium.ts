/** The host that the page believes to be on. */
export const WEB_HOST = 'web.whatsapp.com'

/**
 * What Chromium must be told to meet the stand-in instead of WhatsApp: the host name leads to this machine, no other name
 * leads anywhere, and the certificate made at start is accepted. For `puppeteer.args`, beside the caller's own.
 * @param webPort the stand-in's `webPort`
 */
export const chromiumArgs = (webPort: number): string[] => [
  `--host-resolver-rules=MAP ${WEB_HOST} 127.0.0.1:${webPort},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
  '--ignore-certificate-errors',
  '--disable-background-networking',
]
