import type WhatsAppWeb from 'whatsapp-web.js'
import type { Client, ClientOptions, LocalAuth } from 'whatsapp-web.js'

/** Loaded when a session starts: an installation without WhatsApp does not carry it in memory. */
export const loadLibrary = async (): Promise<Library> => (await import('whatsapp-web.js')).default
export type Library = typeof WhatsAppWeb

export type Browser = NonNullable<Client['pupBrowser']>
export type Page = NonNullable<Client['pupPage']>

export interface ChromiumOptions {
  /** the session is kept in its folder `session` */
  folder: string
  executablePath: string
  args: readonly string[]
}

/** What the library does by itself, unasked and without a catch, in a way that we hear of. */
interface Hooks {
  browserOpened(browser: Browser): void
  /** a step of the library failed behind its back: after a reload, a logout, a closed page */
  failed(error: unknown): void
}

/** Parts of the library's client that are there but not in its types. */
interface Inside {
  inject(): Promise<void>
}

/**
 * The library's client, unchanged but for its manners: it calls some of its own asynchronous steps from event handlers
 * without a catch, and a rejection that nobody catches ends a Node process.
 */
export const createClient = (library: Library, { folder, executablePath, args }: ChromiumOptions, hooks: Hooks) => {
  const caught = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step()
    } catch (error) {
      hooks.failed(error)
    }
  }
  const inherited = library.Client.prototype as unknown as Inside

  class QuietAuth extends library.LocalAuth {
    declare client: Client
    override afterBrowserInitialized = async (): Promise<void> => {
      const { pupBrowser } = this.client
      if (pupBrowser) hooks.browserOpened(pupBrowser)
    }
    /** The folder goes when Chromium is closed: here it would be torn away under it. */
    override logout = async (): Promise<void> => undefined
  }

  class QuietClient extends library.Client {
    #started = false

    /** After the start it is called at every navigation, by nobody who would hear of a failure. */
    async inject(): Promise<void> {
      if (this.#started) return caught(() => inherited.inject.call(this))
      await inherited.inject.call(this)
      this.#started = true
    }
    override destroy(): Promise<void> {
      return caught(() => super.destroy())
    }
    /** The page comes from WhatsApp, never from a cache: there is nothing to prepare, and no answer to listen to. */
    async initWebVersionCache(): Promise<void> {}
  }

  const options: ClientOptions = {
    authStrategy: new QuietAuth({ dataPath: folder }) as LocalAuth,
    webVersionCache: { type: 'none' },
    puppeteer: {
      headless: true,
      executablePath,
      args: [...args],
      // An orderly stop closes Chromium; puppeteer's own handlers would tear it away first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
  }
  return new QuietClient(options)
}
