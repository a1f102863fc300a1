import { Api } from 'grammy'

/** Machine seconds after which a request counts as lost; grammY's default of 500 would hold an alert for minutes. */
export const requestTimeoutSeconds = 15

/** How long Telegram holds a poll that has nothing to tell, in machine seconds. */
export const pollSeconds = 25

export interface ApiAddress {
  token: string
  /** https://api.telegram.org, or the stand-in's */
  apiRoot: string
}

export const createApi = ({ token, apiRoot }: ApiAddress, timeoutSeconds = requestTimeoutSeconds): Api =>
  new Api(token, { apiRoot: apiRoot.replace(/\/+$/, ''), timeoutSeconds })

/** The number before the colon of a token is the bot's own user id. */
export const botIdOf = (token: string): number => Number(token.slice(0, token.indexOf(':')))
