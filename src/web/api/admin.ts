import type {
  AgencyChange,
  AgencyView,
  AllAgencies,
  AudienceInput,
  AuditQuery,
  AuditTrail,
  CentreChange,
  CentreList,
  CentreView,
  ChannelTestsView,
  ChannelTestView,
  ChatList,
  ChecksAsked,
  Done,
  HealthView,
  InformationChange,
  InformationEntry,
  InformationList,
  NewAgency,
  NewCentre,
  NewChannelTest,
  NewInformation,
  NewPost,
  NewUser,
  PairingCodeList,
  PairingCodeView,
  PostChange,
  PostList,
  PostView,
  SignInLinkView,
  UserChange,
  UserList,
  UserView,
  WhatsAppView,
  WhatsAppWish,
} from '../../admin-api/contract/index.ts'
import { command, read } from './http.ts'

/** The administrator's routes. */

const segment = encodeURIComponent
const centres = '/api/admin/centres'
const users = '/api/admin/users'
const under = (centre: string, kind: 'agencies' | 'chats' | 'information' | 'pairing-codes') =>
  `${centres}/${segment(centre)}/${kind}`

export const readHealth = () => read<HealthView>('/api/health')

const tests = (centre: string) => `/api/centres/${segment(centre)}/channel-tests`

export const channelTestApi = {
  read: (centre: string) => read<ChannelTestsView>(tests(centre)),
  start: (centre: string, asked: NewChannelTest, key: string) =>
    command<ChannelTestView>('POST', tests(centre), key, asked),
  end: (centre: string, test: string, key: string) =>
    command<ChannelTestView>('POST', `${tests(centre)}/${segment(test)}/end`, key),
}

export const adminApi = {
  whatsapp: () => read<WhatsAppView>('/api/admin/whatsapp'),
  askWhatsApp: (wish: WhatsAppWish, key: string) => command<Done>('POST', '/api/admin/whatsapp', key, wish),

  centres: () => read<CentreList>(centres),
  addCentre: (centre: NewCentre, key: string) => command<CentreView>('POST', centres, key, centre),
  changeCentre: (code: string, change: CentreChange, key: string) =>
    command<CentreView>('PATCH', `${centres}/${segment(code)}`, key, change),

  agencies: (centre: string) => read<AllAgencies>(under(centre, 'agencies')),
  addAgency: (centre: string, agency: NewAgency, key: string) =>
    command<AgencyView>('POST', under(centre, 'agencies'), key, agency),
  changeAgency: (centre: string, code: string, change: AgencyChange, key: string) =>
    command<AgencyView>('PATCH', `${under(centre, 'agencies')}/${segment(code)}`, key, change),

  posts: (centre: string, agency: string) =>
    read<PostList>(`${under(centre, 'agencies')}/${segment(agency)}/posts`).then(answer => answer.posts),
  addPost: (centre: string, agency: string, post: NewPost, key: string) =>
    command<PostView>('POST', `${under(centre, 'agencies')}/${segment(agency)}/posts`, key, post),
  changePost: (centre: string, agency: string, post: string, change: PostChange, key: string) =>
    command<PostView>('PATCH', `${under(centre, 'agencies')}/${segment(agency)}/posts/${segment(post)}`, key, change),

  information: (centre: string) => read<InformationList>(under(centre, 'information')).then(answer => answer.entries),
  addInformation: (centre: string, entry: NewInformation, key: string) =>
    command<InformationEntry>('POST', under(centre, 'information'), key, entry),
  changeInformation: (centre: string, id: string, change: InformationChange, key: string) =>
    command<InformationEntry>('PATCH', `${under(centre, 'information')}/${segment(id)}`, key, change),

  audit: (asked: AuditQuery, before: string | null) => {
    const query = { ...asked, ...(before !== null && { before }) } as Record<string, string>
    return read<AuditTrail>(`/api/admin/audit?${new URLSearchParams(query)}`)
  },

  users: () => read<UserList>(users).then(answer => answer.users),
  addUser: (user: NewUser, key: string) => command<UserView>('POST', users, key, user),
  changeUser: (id: string, change: UserChange, key: string) =>
    command<UserView>('PATCH', `${users}/${segment(id)}`, key, change),
  linkFor: (id: string, key: string) => command<SignInLinkView>('POST', `${users}/${segment(id)}/link`, key),

  chats: (centre: string) => read<ChatList>(under(centre, 'chats')).then(answer => answer.chats),
  checkChats: (centre: string, chat: string | null, key: string) =>
    command<ChecksAsked>('POST', `${under(centre, 'chats')}/check`, key, chat === null ? {} : { chat }),
  unbind: (centre: string, chat: string, key: string) =>
    command<Done>('DELETE', `${under(centre, 'chats')}/${segment(chat)}`, key),
  codes: (centre: string) => read<PairingCodeList>(under(centre, 'pairing-codes')).then(answer => answer.codes),
  addCode: (centre: string, audience: AudienceInput, key: string) =>
    command<PairingCodeView>('POST', under(centre, 'pairing-codes'), key, { audience }),
}
