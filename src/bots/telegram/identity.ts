import type { Api } from 'grammy'

export interface Identity {
  id: number
  username: string
}

/** Who the bot is, asked once and remembered; a failed asking is forgotten. */
export class BotIdentity {
  readonly #api: Api
  #asked: Promise<Identity> | undefined

  constructor(api: Api) {
    this.#api = api
  }

  /** @throws what grammY throws */
  get(): Promise<Identity> {
    this.#asked ??= this.#ask()
    return this.#asked
  }

  async #ask(): Promise<Identity> {
    try {
      const { id, username } = await this.#api.getMe()
      return { id, username }
    } catch (error) {
      this.#asked = undefined
      throw error
    }
  }
}
