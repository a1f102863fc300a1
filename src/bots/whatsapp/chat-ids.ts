/** Groups end in `@g.us`; all others that we ever talk to are people. */
export const isGroup = (chat: string): boolean => chat.endsWith('@g.us')
export const isPrivate = (chat: string): boolean => !isGroup(chat)
