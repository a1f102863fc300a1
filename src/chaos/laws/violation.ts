/** A law that was broken, as it is told. */
export interface Violation {
  law: string
  number: string
  chat: string
  /** machine ms of the moments that it is about */
  times: readonly number[]
  what: string
}
