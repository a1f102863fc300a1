import { z } from 'zod'
import { role } from './session.ts'
import { channelName, instant, line, phoneNumber } from './words.ts'

/** What the administrator reads and writes: centres, agencies, users, chats and pairing codes. */

export const centreCode = z.string().regex(/^[A-Z]{3}$/, 'three capital letters')
export const agencyCode = z.string().regex(/^[A-Z][A-Z0-9_-]{1,39}$/, 'capital letters, digits, _ and -')
/** One line: it stands inside cards and lists, where a line of its own would look like one of ours. */
export const lineOfText = line
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, 'one line, no control characters')
const name = lineOfText
const timeZones = new Set(Intl.supportedValuesOf('timeZone'))
const timeZone = z
  .string()
  .max(60)
  .refine(zone => timeZones.has(zone), 'a time zone such as Asia/Jakarta')
const profile = z.string().max(40)
const centres = z.array(centreCode).max(100)

export const newCentre = z.strictObject({ code: centreCode, name, timeZone, profile }).meta({ id: 'NewCentre' })
/** What a form showed of the fields that it changes: what somebody else changed since is not overwritten. */
const seen = 'What the form showed; a field that was changed since is refused (changedMeanwhile)'
const centreFields = z.strictObject({
  name: name.exactOptional(),
  timeZone: timeZone.exactOptional(),
  profile: profile.exactOptional(),
  active: z.boolean().exactOptional(),
})
export const centreChange = centreFields
  .extend({ was: centreFields.exactOptional().meta({ description: seen }) })
  .meta({ id: 'CentreChange' })
export const centreView = z
  .object({ code: z.string(), name: z.string(), timeZone: z.string(), profile: z.string(), active: z.boolean() })
  .meta({ id: 'CentreView' })
export const centreList = z
  .object({ centres: z.array(centreView), profiles: z.array(z.string()) })
  .meta({ id: 'CentreList' })

const dutyPhones = z.array(phoneNumber).max(10).meta({ description: 'In the order in which they are tried' })
const seconds = z.int().min(10).max(3600)
const answerSeconds = z.strictObject({ 1: seconds, 2: seconds, 3: seconds, 4: seconds }).nullable().meta({
  description: 'Seconds that an answer may take before the next contact is tried, by priority; null: standard',
})

export const newAgency = z
  .strictObject({
    code: agencyCode,
    name,
    transports: z.boolean(),
    dutyPhones,
    commanderPhone: phoneNumber.nullable().exactOptional(),
    answerSeconds: answerSeconds.exactOptional(),
  })
  .meta({ id: 'NewAgency' })
const agencyFields = z.strictObject({
  name: name.exactOptional(),
  transports: z.boolean().exactOptional(),
  dutyPhones: dutyPhones.exactOptional(),
  commanderPhone: phoneNumber.nullable().exactOptional(),
  answerSeconds: answerSeconds.exactOptional(),
  active: z.boolean().exactOptional(),
})
export const agencyChange = agencyFields
  .extend({ was: agencyFields.exactOptional().meta({ description: seen }) })
  .meta({ id: 'AgencyChange' })
export const agencyView = z
  .object({
    centre: z.string(),
    code: z.string(),
    name: z.string(),
    transports: z.boolean(),
    dutyPhones: z.array(z.string()),
    commanderPhone: z.string().nullable(),
    answerSeconds,
    active: z.boolean(),
  })
  .meta({ id: 'AgencyView' })
export const agencyList = z.object({ agencies: z.array(agencyView) }).meta({ id: 'AgencyList' })
export const allAgencies = agencyList
  .extend({ standardAnswerSeconds: z.object({ 1: z.number(), 2: z.number(), 3: z.number(), 4: z.number() }) })
  .meta({ id: 'AllAgencies' })

const areaNames = z.array(name).max(200)
const postArea = z.strictObject({ kelurahan: areaNames, kecamatan: areaNames })
const postPoint = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).nullable()

export const newPost = z
  .strictObject({
    code: agencyCode,
    name,
    area: postArea,
    point: postPoint,
    dutyPhones,
    answerSeconds: answerSeconds.exactOptional(),
  })
  .meta({ id: 'NewPost' })
const postFields = z.strictObject({
  name: name.exactOptional(),
  area: postArea.exactOptional(),
  point: postPoint.exactOptional(),
  dutyPhones: dutyPhones.exactOptional(),
  answerSeconds: answerSeconds.exactOptional(),
  active: z.boolean().exactOptional(),
})
export const postChange = postFields
  .extend({ was: postFields.exactOptional().meta({ description: seen }) })
  .meta({ id: 'PostChange' })
export const postView = z
  .object({
    centre: z.string(),
    agency: z.string(),
    code: z.string(),
    name: z.string(),
    area: postArea,
    point: postPoint,
    dutyPhones: z.array(z.string()),
    answerSeconds,
    active: z.boolean(),
  })
  .meta({ id: 'PostView' })
export const postList = z.object({ posts: z.array(postView) }).meta({ id: 'PostList' })

export const newUser = z.strictObject({ name, role, centres: centres }).meta({ id: 'NewUser' })
const userFields = z.strictObject({
  name: name.exactOptional(),
  role: role.exactOptional(),
  centres: centres.exactOptional(),
  active: z.boolean().exactOptional(),
})
export const userChange = userFields
  .extend({ was: userFields.exactOptional().meta({ description: seen }) })
  .meta({ id: 'UserChange' })
export const userView = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    centres: z.array(z.string()),
    active: z.boolean(),
    onDuty: z.boolean(),
    hasPassword: z.boolean(),
  })
  .meta({ id: 'UserView' })
export const changedUser = userView
  .extend({
    openCalls: z
      .array(z.string())
      .meta({ description: 'Calls that a user who is no longer active had open: a colleague must end them' }),
  })
  .meta({ id: 'ChangedUser' })
export const userList = z.object({ users: z.array(userView) }).meta({ id: 'UserList' })
export const signInLinkView = z.object({ url: z.string(), expiresAt: z.number() }).meta({ id: 'SignInLinkView' })

export const audience = z
  .union([
    z.strictObject({ kind: z.literal('agency'), agency: z.string().max(40), post: z.string().max(40).exactOptional() }),
    z.strictObject({
      kind: z.literal('contact'),
      agency: z.string().max(40),
      post: z.string().max(40).exactOptional(),
      duty: z.enum(['dutyOfficer', 'agencyCommander']),
    }),
    z.strictObject({ kind: z.literal('supervisorsChat') }),
    z.strictObject({ kind: z.literal('user'), user: z.string().max(80) }),
  ])
  .meta({ id: 'Audience' })

export const newPairingCode = z.strictObject({ audience }).meta({ id: 'NewPairingCode' })
export const pairingCodeView = z
  .object({
    code: z.string(),
    audience,
    expiresAt: instant,
    usedAt: instant.exactOptional(),
    state: z.enum(['open', 'used', 'expired', 'revoked']),
    deepLink: z.string().exactOptional(),
  })
  .meta({ id: 'PairingCodeView' })
export const pairingCodeList = z.object({ codes: z.array(pairingCodeView) }).meta({ id: 'PairingCodeList' })

export const chatView = z
  .object({
    id: z.string(),
    channel: channelName,
    title: z.string(),
    audience,
    pairedAt: instant,
    pairedBy: z.string(),
    health: z.union([
      z.object({ status: z.literal('ok') }),
      z.object({ status: z.literal('down'), detail: z.string(), since: instant }),
    ]),
    check: z
      .union([
        z.object({ at: instant, result: z.literal('ok') }),
        z.object({ at: instant, result: z.enum(['down', 'unknown']), detail: z.string() }),
      ])
      .nullable()
      .meta({ description: 'What the last silent check saw' }),
    checking: z.boolean().meta({ description: 'A check was asked for and is not done yet' }),
    /** a private chat that is down: whoever it belongs to opens it again by this */
    openingLink: z.string().exactOptional(),
  })
  .meta({ id: 'ChatView' })
export const checkChats = z.strictObject({ chat: z.string().max(160).exactOptional() }).meta({ id: 'CheckChats' })
export const checksAsked = z.object({ asked: z.number() }).meta({ id: 'ChecksAsked' })
export const chatList = z.object({ chats: z.array(chatView) }).meta({ id: 'ChatList' })
