import type { AudienceInput, UserView } from '../../../admin-api/contract/index.ts'
import type { WebTexts } from '../../../i18n/web-id.ts'

/** Whom a chat or a code stands for, in words. */
export const audienceText = (audience: AudienceInput, users: readonly UserView[], t: WebTexts): string => {
  const { kinds, duties } = t.admin.pairing
  switch (audience.kind) {
    case 'agency':
      return `${kinds.agency} ${addressee(audience)}`
    case 'contact':
      return `${duties[audience.duty]} ${addressee(audience)}`
    case 'supervisorsChat':
      return kinds.supervisorsChat
    case 'user':
      return users.find(user => user.id === audience.user)?.name ?? kinds.user
    default:
      return audience satisfies never
  }
}

const addressee = ({ agency, post }: { agency: string; post?: string }): string =>
  post === undefined ? agency : `${agency} / ${post}`
