import type { Point } from '../../dispatch/incident/intake.ts'
import type { Priority } from '../../dispatch/vocabulary.ts'

export const roles = ['operator', 'dispatcher', 'supervisor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A city's 112 centre. */
export interface Centre {
  /** three letters: SMG, CLG */
  code: string
  name: string
  timeZone: string
  /** id of its SOP profile */
  profile: string
  /** false: it takes no more calls; absent: it does */
  active?: boolean
}

/** An agency (OPD) of one centre. */
export interface Agency {
  centre: string
  /** as run cards name it: DAMKAR, DINKES … */
  code: string
  name: string
  /** brings patients to hospital */
  transports: boolean
  /** numbers of its duty desk, in the order in which they are tried */
  dutyPhones: string[]
  /** the last one to try */
  commanderPhone: string | null
  /** seconds of service time that an answer may take, by priority; null: the standard ones */
  answerSeconds: Record<Priority, number> | null
  active: boolean
}

/** A post of an agency: a fire station, a health centre. Its chats are paired for it, its area decides when it is proposed. */
export interface Post {
  centre: string
  agency: string
  /** unique within its agency */
  code: string
  name: string
  /** names as people write them; compared without case, accents and signs */
  area: { kelurahan: string[]; kecamatan: string[] }
  /** where it stands, for nearness */
  point: Pick<Point, 'lat' | 'lng'> | null
  dutyPhones: string[]
  /** as an agency's; null: those of the agency */
  answerSeconds: Record<Priority, number> | null
  active: boolean
}

export interface User {
  id: string
  name: string
  role: Role
  /** centres that the user works for; an administrator with none has all */
  centres: string[]
  active: boolean
  onDuty: boolean
  /** scrypt; null until the first sign-in link was used to set one */
  passwordHash: string | null
}

/** A link that signs its user in once. Only a hash of its secret is kept. */
export interface SignInLink {
  secretHash: string
  user: string
  /** machine time, ms */
  expiresAt: number
  /** training links may be used again and again, from this machine only */
  reusable: boolean
}

export interface Session {
  secretHash: string
  user: string
  /** machine time, ms */
  expiresAt: number
}

/** Writes the fields of `to`, if every field of `was` still has that value: two who change other fields lose nothing. */
export interface FieldChange<Fields> {
  was: Partial<Fields>
  to: Partial<Fields>
}
/** taken: another record has the name */
export type Changed = 'done' | 'changedMeanwhile' | 'taken'

export interface DirectoryStore {
  centres(): Promise<Centre[]>
  centre(code: string): Promise<Centre | null>
  putCentre(centre: Centre): Promise<void>
  /** false when it is there already */
  addCentre(centre: Centre): Promise<boolean>
  changeCentre(code: string, change: FieldChange<Omit<Centre, 'code'>>): Promise<Changed>
  agencies(centre: string): Promise<Agency[]>
  agency(centre: string, code: string): Promise<Agency | null>
  putAgency(agency: Agency): Promise<void>
  addAgency(agency: Agency): Promise<boolean>
  changeAgency(centre: string, code: string, change: FieldChange<Omit<Agency, 'centre' | 'code'>>): Promise<Changed>
  /** posts of every agency of the centre, by agency and code */
  posts(centre: string): Promise<Post[]>
  post(centre: string, agency: string, code: string): Promise<Post | null>
  putPost(post: Post): Promise<void>
  changePost(
    centre: string,
    agency: string,
    code: string,
    change: FieldChange<Omit<Post, 'centre' | 'agency' | 'code'>>,
  ): Promise<Changed>
  users(): Promise<User[]>
  user(id: string): Promise<User | null>
  userByName(name: string): Promise<User | null>
  putUser(user: User): Promise<void>
  /** false when the id or the name is taken */
  addUser(user: User): Promise<boolean>
  changeUser(id: string, change: FieldChange<Omit<User, 'id'>>): Promise<Changed>
}

export interface SessionStore {
  addLink(link: SignInLink): Promise<void>
  /** looks without using it up; null when unknown, used or expired */
  link(secretHash: string, machineNow: number): Promise<SignInLink | null>
  /** takes a single-use link away; null when unknown, used or expired */
  useLink(secretHash: string, machineNow: number): Promise<SignInLink | null>
  addSession(session: Session): Promise<void>
  session(secretHash: string, machineNow: number): Promise<Session | null>
  /** moves the session's end; nothing when it was ended meanwhile */
  extendSession(secretHash: string, expiresAt: number): Promise<void>
  endSession(secretHash: string): Promise<void>
  endSessionsOf(user: string): Promise<void>
}
