import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelTest, TestedChat } from '../../src/application/ports/channel-tests.ts'
import type { ReportDraft } from '../../src/application/ports/drafts.ts'
import type { Handover, Shift } from '../../src/application/ports/duty.ts'
import type { Edition } from '../../src/application/ports/editions.ts'
import type { Place } from '../../src/application/ports/places.ts'
import type { RuleVersion } from '../../src/application/ports/rules.ts'
import type { TalkRecord } from '../../src/application/ports/talk.ts'
import type { IncidentFacts } from '../../src/dispatch/figures/incident-facts.ts'
import { system } from '../../src/dispatch/vocabulary.ts'
import type { Stores } from '../../src/models/stores.ts'
import { call, card, chat, delivery, deskPing, ended, saving, t0 } from './builders.ts'
import { type SentCommand, startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

type Uses<Store> = { [Method in keyof Store]: (store: Store) => Promise<unknown> }

const now = Date.now()
const incident = {
  id: 'i',
  state: { id: 'i' } as never,
  index: { centre: 'SMG', status: 'intake', nextDueAt: 1, openedAt: t0 },
}
const photo = { centre: 'SMG', incident: 'i', assignment: 'i/A', by: system, at: t0, mediaType: 'image/png' } as const
const incidentFacts: IncidentFacts = {
  ...{
    id: 'i',
    centre: 'SMG',
    seq: 1,
    number: 'SMG-260105-001',
    openedAt: t0,
    status: 'archived',
    type: 'RSC',
    priority: 3,
  },
  ...{ agencies: ['DAMKAR'], outcomes: ['handled'], spans: [], acted: [] },
  point: { lat: -6.99, lng: 110.42, accuracyMetres: 50 },
}
const user = {
  name: 'Operator',
  role: 'operator',
  centres: ['SMG'],
  active: true,
  onDuty: true,
  passwordHash: null,
} as const
const code = {
  code: '111111',
  centre: 'SMG',
  audience: { kind: 'supervisorsChat' },
  createdBy: 'a',
  expiresAt: t0,
} as const
const liveMessage = { id: 's@chat', subject: 's', chat: 'chat', delivery: 'd1' }
const shift: Shift = {
  id: 's1',
  centre: 'SMG',
  who: { kind: 'user', user: 'u', role: 'operator' },
  from: t0,
  until: t0 + 1,
}
const desk = { kind: 'user', id: 'u', name: 'Operator' } as const
const handover: Handover = {
  id: 'h1',
  centre: 'SMG',
  by: desk,
  to: desk,
  incidents: ['i'],
  note: null,
  at: t0,
  done: false,
}
const link = { secretHash: 'l', user: 'u', expiresAt: now + 60_000, reusable: false }
const ruleVersion: RuleVersion = {
  centre: 'SMG',
  kind: 'runCards',
  version: 1,
  standard: 'runCards',
  at: t0,
  by: system,
  why: '',
  basedOn: null,
  parts: { added: [], removed: [], changed: [] },
  commandId: 'x',
  content: { cards: [], forEveryType: [], substitutes: {} },
}
const reply: TalkRecord = {
  id: 't1',
  direction: 'in',
  centre: 'SMG',
  incident: 'i',
  assignment: 'i/A',
  by: { kind: 'member', chat: 'chat', id: 'p', name: 'P' },
  at: t0,
  chat: 'chat',
  messageId: 'm',
  kind: 'text',
  versions: [],
  report: false,
}
const informationEntry = {
  id: 'SMG-1',
  centre: 'SMG',
  topic: 'Listrik padam',
  answer: 'PLN 123',
  receiver: 'PLN',
  phone: '123',
  referral: true,
  active: true,
  version: 1,
}
const draft: ReportDraft = {
  id: 'i/A@p',
  centre: 'SMG',
  incident: 'i',
  assignment: 'i/A',
  chat: 'chat',
  holder: { kind: 'member', chat: 'chat', id: 'p', name: 'P' },
  channel: 'telegram',
  token: 't',
  parts: [],
  touchedAt: t0,
}
const channelTest: ChannelTest = {
  id: 'x',
  centre: 'SMG',
  startedAt: t0,
  startedBy: system,
  agencies: ['DAMKAR'],
  minutes: 5,
  endsAt: t0 + 300_000,
  ended: null,
  handedOut: false,
}
const testedChat: TestedChat = {
  id: 'x@chat',
  test: 'x',
  chat: 'chat',
  title: 'DAMKAR',
  agency: 'DAMKAR',
  audience: { kind: 'agency', agency: 'DAMKAR' },
  sentAt: null,
  answer: null,
  failure: null,
}
const place: Place = {
  ...{ name: 'Genuk', kind: 'kecamatan', otherNames: [], lat: -6.96, lng: 110.48, kecamatan: null, kelurahan: null },
}
const edition = (number: number): Edition => ({
  ...{ centre: 'SMG', edition: number, load: 'x', count: 1, at: t0, by: system, approximate: false },
})
const sending = delivery('d1', { status: 'queued' })

/** Every method of every store, in every form that makes another query. The compiler sees that none is missing. */
const uses: { [Name in Exclude<keyof Stores, 'ping' | 'close'>]: Uses<Stores[Name]> } = {
  calls: {
    save: async calls => [
      await calls.save(saving('c', { effects: [deskPing('e')] })),
      await calls.save(saving('c', { expected: 1, state: call('c'), events: [ended(1, 'x')], commandId: 'x' })),
    ],
    load: calls => calls.load('c'),
    events: calls => calls.events('c', 'x'),
    history: calls => calls.history('c'),
    due: calls => calls.due(t0, 10),
    reindex: calls => calls.reindex('c', 1, t0),
    idsIn: calls => calls.idsIn(['open', 'classified'], 'c', 10),
    withEffects: calls => calls.withEffects(10),
    effects: calls => calls.effects('c'),
    removeEffects: calls => calls.removeEffects('c', ['e']),
    list: calls =>
      Promise.all(
        [
          {},
          { statuses: ['open'] },
          { number: 'SMG' },
          { ids: ['c'] },
          { flag: 'callback:open' },
          { before: t0, statuses: ['open', 'ended'] },
        ].map(query => calls.list({ centre: 'SMG', limit: 5, ...query })),
      ),
    heads: calls => calls.heads({ centre: 'SMG', ids: ['c'], limit: 5 }),
    count: calls => calls.count({ centre: 'SMG', statuses: ['open', 'ended'], openedSince: t0 }),
  },
  incidents: {
    save: incidents => incidents.save({ ...incident, expected: null, events: [], effects: [], commandId: 'x' }),
    load: incidents => incidents.load('i'),
    events: incidents => incidents.events('i'),
    history: incidents => incidents.history('i'),
    due: incidents => incidents.due(t0, 10),
    reindex: incidents => incidents.reindex('i', 1, t0),
    idsIn: incidents => incidents.idsIn(['intake', 'dispatched'], '', 10),
    withEffects: incidents => incidents.withEffects(10),
    effects: incidents => incidents.effects('i'),
    removeEffects: incidents => incidents.removeEffects('i', ['e']),
    list: incidents => incidents.list({ centre: 'SMG', limit: 5 }),
    heads: incidents => incidents.heads({ centre: 'SMG', ids: ['i'], statuses: ['intake'], limit: 5 }),
    count: incidents => incidents.count({ centre: 'SMG', statuses: ['dispatched'], dueBefore: t0 }),
  },
  chats: {
    bind: chats => chats.bind(chat('a')),
    byId: chats => chats.byId('a'),
    byAddress: chats => chats.byAddress('telegram', { chat: '-100' }),
    forAudience: chats => chats.forAudience('SMG', { kind: 'agency', agency: 'DAMKAR' }),
    ofUser: chats => chats.ofUser('u'),
    list: chats => chats.list('SMG'),
    ofChat: chats => chats.ofChat('telegram', '-100'),
    move: chats => chats.move('a', { chat: '-200' }),
    setHealth: chats => chats.setHealth('a', { status: 'down', detail: '403', since: t0 }),
    healthNews: chats => chats.healthNews(10),
    healthTold: async chats => [await chats.healthTold('a', 'ok'), await chats.healthTold('a', 'down')],
    pause: chats => chats.pause('a', now),
    down: chats => chats.down(),
    unbind: chats => chats.unbind('a'),
    code: chats => chats.code('111111'),
    addCode: chats => chats.addCode(code),
    redeemCode: chats => chats.redeemCode('111111', 1, 'a'),
    revokeCode: chats => chats.revokeCode('SMG', '111111', t0),
    spendCode: chats => chats.spendCode('111111'),
    codes: chats => chats.codes('SMG'),
    checksDue: chats => chats.checksDue(now, 10, ['telegram']),
    checksUnplanned: chats => chats.checksUnplanned(10),
    planCheck: async chats => [
      await chats.planCheck({ id: 'a', due: null }, 1),
      await chats.planCheck({ id: 'a', due: 1 }, 2),
    ],
    askCheck: async chats => [await chats.askCheck('SMG', now), await chats.askCheck('SMG', now, 'a')],
    checked: chats => chats.checked('a', { at: t0, result: 'ok' }),
  },
  channelTests: {
    begin: tests => tests.begin(channelTest),
    byId: tests => tests.byId('x'),
    list: tests => tests.list('SMG', 5),
    open: tests => tests.open(5),
    openOf: tests => tests.openOf('SMG'),
    handedOut: tests => tests.handedOut('x'),
    end: tests => tests.end('x', { at: t0, by: null }),
    addChats: tests => tests.addChats([testedChat]),
    chats: tests => tests.chats(['x']),
    chat: tests => tests.chat('x@chat'),
    sent: tests => tests.sent('x@chat', t0),
    failed: tests => tests.failed('x@chat', 'x'),
    answered: tests => tests.answered('x@chat', { at: t0, by: 'P' }),
  },
  deliveries: {
    add: deliveries => deliveries.add([sending, delivery('d2'), delivery('d3')]),
    byId: deliveries => deliveries.byId('d1'),
    byMessage: deliveries => deliveries.byMessage('chat', 'm'),
    next: deliveries => deliveries.next('chat', now),
    claim: async deliveries => [
      await deliveries.claim(sending, now),
      await deliveries.claim(delivery('d2'), now),
      await deliveries.claim(delivery('d2'), now + 60_000),
    ],
    giveBack: deliveries => deliveries.giveBack(sending, delivery('d1')),
    retry: deliveries => deliveries.retry('d2', 1, { notBefore: 0, doubtful: true }),
    sent: deliveries => deliveries.sent('d1', 1, t0, 'm'),
    read: deliveries => deliveries.read('chat', 'm', t0),
    fail: deliveries => deliveries.fail('d1', 1, 'x'),
    revive: deliveries => deliveries.revive('d1'),
    forgetMessages: deliveries => deliveries.forgetMessages('chat'),
    chatsWaiting: deliveries => deliveries.chatsWaiting(now, 10),
    forIncident: deliveries => deliveries.forIncident('i'),
    hold: deliveries => deliveries.hold('d3', now),
    letAlertGoFirst: deliveries =>
      deliveries.letAlertGoFirst(
        delivery('d3', { chat: 'chat', content: { kind: 'closure', incident: 'i', assignment: 'a' } }),
      ),
    held: deliveries => deliveries.held('chat', 10),
    digest: deliveries => deliveries.digest(['d1', 'd3'], 'd9'),
    digestedBy: deliveries => deliveries.digestedBy({ id: 'd9', chat: 'chat' }),
    countUnsent: deliveries => deliveries.countUnsent(),
  },
  cards: {
    ensure: async cards => [await cards.ensure(card('k')), await cards.ensure(card('k'))],
    byId: cards => cards.byId('k'),
    forIncident: cards => cards.forIncident('i'),
    want: cards => cards.want('i'),
    setMenu: cards => cards.setMenu('k', { kind: 'outcome', until: t0 }),
    addCopy: cards => cards.addCopy('k', 'm'),
    showed: async cards => [
      await cards.showed('k', 1, null),
      await cards.showed('k', 9, t0),
      await cards.showed('k', 9, 1),
    ],
    lagging: cards => cards.lagging('chat', now),
    postpone: cards => cards.postpone('k', 1),
    copyShowed: cards => cards.copyShowed('k', { version: 1, copies: ['m'] }),
    byMessage: cards => cards.byMessage('chat', 'm1'),
    forgetCopy: cards => cards.forgetCopy('k', 'm1'),
    forgetCopies: cards => cards.forgetCopies('chat'),
    chatsLagging: cards => cards.chatsLagging(now, 10),
    refreshDue: cards => cards.refreshDue(t0),
    countLagging: cards => cards.countLagging(),
  },
  liveMessages: {
    point: async live => [await live.point(liveMessage), await live.point({ ...liveMessage, delivery: 'd2' })],
    byId: live => live.byId('s@chat'),
    want: live => live.want('s'),
    lagging: live => live.lagging('chat', now),
    chatsLagging: live => live.chatsLagging(now, 10),
    showed: async live => [
      await live.showed({ id: 's@chat', delivery: 'd2' }, 1, { look: null, refreshAt: t0, copy: 'm' }),
      await live.showed({ id: 's@chat', delivery: 'd2' }, 99, { look: 'x', refreshAt: t0 }),
    ],
    adopt: live => live.adopt('s@chat', 'm2'),
    postpone: live => live.postpone('s@chat', 1),
    copyShowed: live => live.copyShowed({ id: 's@chat', delivery: 'd2' }, { version: 1, copies: ['m'] }),
    forgetCopy: live => live.forgetCopy('s@chat', 'm2'),
    forgetCopies: live => live.forgetCopies('chat'),
    refreshDue: live => live.refreshDue(t0),
    countLagging: live => live.countLagging(),
  },
  roster: {
    put: roster => roster.put(shift),
    byId: roster => roster.byId('s1'),
    between: roster => roster.between('SMG', t0, t0 + 1),
    at: roster => roster.at('SMG', t0),
    remove: roster => roster.remove('s1'),
  },
  handovers: {
    put: handovers => handovers.put(handover),
    byId: handovers => handovers.byId('h1'),
    open: handovers => handovers.open(10),
    done: handovers => handovers.done('h1'),
  },
  acquaintances: {
    met: acquaintances => acquaintances.met('whatsapp', 'p', now),
    knows: acquaintances => acquaintances.knows('whatsapp', 'p'),
    since: acquaintances => acquaintances.since('whatsapp', now),
  },
  tokens: {
    put: tokens => tokens.put('t', { kind: 'ping', incident: 'i', clock: 'S4', chat: 'c' }),
    meaning: tokens => tokens.meaning('t'),
  },
  answerPolls: {
    put: polls => polls.put({ chat: 'c', poll: 'p', token: 't', options: [{ label: 'Meluncur', verb: 'depart' }] }),
    byId: polls => polls.byId('c', 'p'),
    count: polls => polls.count({ chat: 'c', poll: 'p', person: 'x', step: 3 }),
    counted: polls => polls.counted('c', 'p', 'x'),
    forget: polls => polls.forget({ chat: 'c', poll: 'p', person: 'x', step: 3 }),
  },
  answerCodes: {
    add: codes => codes.add({ chat: 'c', code: 'A7K', token: 't', at: t0 }),
    byCode: codes => codes.byCode('c', 'A7K'),
    byToken: codes => codes.byToken('c', 't'),
    newest: codes => codes.newest('c', 10),
    release: codes => codes.release({ chat: 'c', code: 'A7K', token: 't', at: t0 }),
  },
  inbox: {
    add: inbox => inbox.add([{ id: 'u1', channel: 'telegram', chat: 'c', update: {} }], now),
    next: inbox => inbox.next('telegram', 'c', now),
    failedOnce: async inbox => [await inbox.failedOnce('u1', 'x', 0, 2), await inbox.failedOnce('u1', 'x', 0, 2)],
    understood: inbox => inbox.understood('u1', { verb: 'clear' }),
    done: inbox => inbox.done('u1'),
    setAside: inbox => inbox.setAside(0, 10),
    onceMore: inbox => inbox.onceMore('u1'),
    chatsWaiting: inbox => inbox.chatsWaiting(now, 10),
    countNew: inbox => inbox.countNew(),
    countFailed: inbox => inbox.countFailed(),
  },
  texts: {
    put: texts => texts.put({ ref: 'r', centre: 'SMG', subject: 'i', kind: 'k', text: 'kebakaran rumah', at: t0 }),
    remove: texts => texts.remove(['r2', 'r3']),
    of: texts => texts.of('i'),
    ofEach: texts => texts.ofEach(['i', 'j']),
    search: async texts => [
      await texts.search('SMG', ['kebak', 'rum'], 10),
      await texts.search('SMG', ['kebak', 'rum'], 10, ['address']),
    ],
    erase: texts => texts.erase('i'),
  },
  callers: {
    put: callers =>
      callers.put({ call: 'c', centre: 'SMG', phone: '+62 000 1', name: null, callClass: null, openedAt: t0 }),
    update: callers => callers.update('c', { name: 'x' }),
    byCall: callers => callers.byCall('c'),
    byCalls: callers => callers.byCalls(['c']),
    history: callers => callers.history('SMG', '+62 000 1', 5),
    between: callers => callers.between('SMG', '+62 000 1', 0, t0),
    tally: async callers => [
      await callers.tally('SMG', '+62 000 1'),
      await callers.tally('SMG', '+62 000 1', { from: 0, to: t0 }),
    ],
  },
  photos: {
    put: photos => photos.put({ ...photo, id: 'p', bytes: new Uint8Array([1, 2]) }),
    get: photos => photos.get('p'),
    list: photos => photos.list('i'),
  },
  drafts: {
    put: drafts => drafts.put(draft),
    byId: drafts => drafts.byId('i/A@p'),
    current: drafts => drafts.current('telegram', 'p'),
    addPart: drafts => drafts.addPart('i/A@p', { id: 'x', text: 'y', by: 'P' }, t0),
    remove: drafts => drafts.remove('i/A@p'),
  },
  talk: {
    add: async talk => [await talk.add(reply), await talk.add(reply)],
    byMessage: talk => talk.byMessage('chat', 'm'),
    addVersion: talk => talk.addVersion('t1', { id: 'v', at: t0, text: 'x' }),
    move: talk => talk.move('t1', { lat: 0, lng: 0, accuracyMetres: null }, t0, true),
    page: async talk => [await talk.page('i', { limit: 5 }), await talk.page('i', { limit: 5, after: '9' })],
    livePlaces: talk => talk.livePlaces('i'),
    hasFrom: talk => talk.hasFrom('i', 'chat', 'p'),
    forgetMessages: talk => talk.forgetMessages('chat'),
  },
  audit: {
    add: audit => audit.add({ at: t0, centre: 'SMG', by: system, what: 'x', subject: 's' }),
    list: async audit => [
      await audit.list('SMG', 5),
      await audit.list(null, 5, { before: { at: t0, order: 7 }, from: 1, to: 9, what: ['x', 'y'], user: 'u' }),
    ],
    of: audit => audit.of('s', 'x', 5),
  },
  counters: { next: counters => counters.next('s') },
  leases: {
    take: async leases => [
      await leases.take('l', 'a', 0, 10),
      await leases.take('l', 'b', 5, 10),
      await leases.take('l', 'b', 20, 10),
    ],
    release: leases => leases.release('l', 'b'),
  },
  storms: {
    begin: async storms => [
      await storms.begin('SMG', { since: t0, most: 30 }, null),
      await storms.begin(
        'SMG',
        { since: t0, most: 30 },
        { centre: 'SMG', since: 1, most: 30, endedAt: 2, closed: true },
      ),
    ],
    of: storms => storms.of('SMG'),
    grew: storms => storms.grew('SMG', { since: t0, most: 40 }),
    end: storms => storms.end('SMG', t0, t0),
    close: storms => storms.close('SMG', t0),
  },
  figures: {
    putIncident: figures => figures.putIncident(incidentFacts),
    removeIncident: figures => figures.removeIncident('j'),
    putCall: figures =>
      figures.putCall({ id: 'c', centre: 'SMG', seq: 1, openedAt: t0, callClass: 'ghost', spans: [] }),
    incidents: async figures => [
      await figures.incidents('SMG', { from: 0, to: t0 }),
      await figures.incidents('SMG', { from: 0, to: t0 }, 'DAMKAR'),
    ],
    calls: figures => figures.calls('SMG', { from: 0, to: t0 }),
    countCalls: figures => figures.countCalls('SMG', { from: 0, to: t0 }),
    find: async figures => [
      await figures.find('SMG', {}, 5),
      await figures.find('SMG', { number: 'SMG-26' }, 5),
      await figures.find('SMG', { ids: ['i'], type: 'RSC', opened: { to: t0 } }, 5),
      await figures.find('SMG', { priority: 1, opened: { from: 0 } }, 5),
      await figures.find('SMG', { agency: 'DAMKAR', status: 'archived' }, 5),
      await figures.find('SMG', { outcome: 'handled', agency: 'PMI', type: 'RSC' }, 5),
    ],
    near: figures =>
      figures.near('SMG', { point: { lat: -6.99, lng: 110.42 }, metres: 50, roughestMetres: 300, limit: 5 }),
    findCalls: async figures => [
      await figures.findCalls('SMG', 'ghost', {}, 5),
      await figures.findCalls('SMG', 'prank', { from: 0, to: t0 }, 5),
    ],
  },
  places: {
    head: places => places.head('SMG'),
    current: places => places.current('SMG'),
    replace: async places => [
      await places.replace(edition(1), [place]),
      await places.replace(edition(2), [place]),
      await places.replace(edition(3), [place]),
    ],
  },
  outlines: {
    head: outlines => outlines.head('SMG'),
    current: outlines => outlines.current('SMG'),
    replace: outlines => outlines.replace(edition(1), [{ name: 'Genuk', polygons: [] }]),
  },
  settings: {
    put: settings => settings.put('s', 1),
    get: settings => settings.get('s'),
  },
  directory: {
    putCentre: directory => directory.putCentre({ code: 'SMG', name: 'S', timeZone: 'Asia/Jakarta', profile: 'p' }),
    addCentre: directory => directory.addCentre({ code: 'CLG', name: 'C', timeZone: 'Asia/Jakarta', profile: 'p' }),
    changeCentre: directory => directory.changeCentre('SMG', { was: { name: 'S' }, to: { name: 'T' } }),
    centres: directory => directory.centres(),
    centre: directory => directory.centre('SMG'),
    putAgency: directory =>
      directory.putAgency({
        centre: 'SMG',
        code: 'A',
        name: 'A',
        transports: false,
        dutyPhones: [],
        commanderPhone: null,
        answerSeconds: null,
        active: true,
      }),
    addAgency: directory =>
      directory.addAgency({
        centre: 'SMG',
        code: 'B',
        name: 'B',
        transports: false,
        dutyPhones: [],
        commanderPhone: null,
        answerSeconds: null,
        active: true,
      }),
    changeAgency: directory =>
      directory.changeAgency('SMG', 'A', { was: { dutyPhones: [] }, to: { dutyPhones: ['+62 000 1'] } }),
    changePost: directory => directory.changePost('SMG', 'A', 'P', { was: { name: 'P' }, to: { name: 'Pos' } }),
    posts: directory => directory.posts('SMG'),
    post: directory => directory.post('SMG', 'A', 'P'),
    putPost: directory =>
      directory.putPost({
        centre: 'SMG',
        agency: 'A',
        code: 'P',
        name: 'P',
        area: { kelurahan: [], kecamatan: [] },
        point: null,
        dutyPhones: [],
        answerSeconds: null,
        active: true,
      }),
    agencies: directory => directory.agencies('SMG'),
    agency: directory => directory.agency('SMG', 'A'),
    putUser: directory => directory.putUser({ ...user, id: 'u', centres: ['SMG'] }),
    addUser: directory => directory.addUser({ ...user, id: 'v', name: 'Kedua', centres: ['SMG'] }),
    changeUser: directory => directory.changeUser('u', { was: { centres: ['SMG'] }, to: { centres: ['CLG'] } }),
    users: directory => directory.users(),
    user: directory => directory.user('u'),
    userByName: directory => directory.userByName('Operator'),
  },
  rules: {
    add: rules => rules.add(ruleVersion),
    version: rules => rules.version('SMG', 'runCards', 1),
    heads: async rules => [
      await rules.heads('SMG', 'profile', { limit: 1 }),
      await rules.heads('SMG', 'runCards', { before: 4, limit: 5 }),
    ],
  },
  information: {
    add: information => information.add(informationEntry),
    entry: information => information.entry('SMG', 'SMG-1'),
    list: information => information.list('SMG'),
    search: async information => [
      await information.search('SMG', [''], 5),
      await information.search('SMG', ['listrik', 'padam'], 5),
    ],
    replace: information => information.replace(informationEntry),
    remove: information => information.remove('SMG', 'SMG-1'),
    given: information => information.given('SMG', 'SMG-1', 'c', t0),
    counts: information => information.counts('SMG', t0),
  },
  sessions: {
    addLink: sessions => sessions.addLink(link),
    link: sessions => sessions.link('l', now),
    useLink: async sessions => [await sessions.useLink('l', now), await sessions.useLink('l', now)],
    addSession: sessions => sessions.addSession({ secretHash: 's', user: 'u', expiresAt: now + 60_000 }),
    session: sessions => sessions.session('s', now),
    extendSession: sessions => sessions.extendSession('s', 1),
    endSession: sessions => sessions.endSession('s'),
    endSessionsOf: sessions => sessions.endSessionsOf('u'),
  },
}

interface Search {
  find: string
  filter: object
  sort?: object
}

const operationsOf = (command: SentCommand, key: 'updates' | 'deletes') => (command[key] ?? []) as { q: object }[]

/** What a command searches for, as a find; nothing for one that searches nothing. */
const searchesOf: Record<string, (command: SentCommand, collection: string) => Search[]> = {
  find: (command, find) => [
    { find, filter: command.filter as object, ...(command.sort !== undefined && { sort: command.sort as object }) },
  ],
  findAndModify: (command, find) => [{ find, filter: command.query as object }],
  update: (command, find) => operationsOf(command, 'updates').map(({ q }) => ({ find, filter: q })),
  delete: (command, find) => operationsOf(command, 'deletes').map(({ q }) => ({ find, filter: q })),
  distinct: (command, find) => [{ find, filter: command.query as object }],
  aggregate: (command, find) => {
    const [first] = command.pipeline as { $match?: object }[]
    return [{ find, filter: first?.$match ?? {} }]
  },
  insert: () => [],
}

test('no query of any store scans a collection', async () => {
  for (const [name, methods] of Object.entries(uses)) {
    const store = db.stores[name as keyof typeof uses]
    for (const use of Object.values(methods)) await (use as (of: unknown) => Promise<unknown>)(store)
  }
  const searches = db.sent.flatMap(command => {
    const [verb = '', collection] = Object.entries(command)[0] ?? []
    const search = searchesOf[verb]
    if (!search) throw new Error(`the stores sent a command that this test does not know: ${verb}`)
    return search(command, String(collection))
  })
  const shapes = new Map(searches.map(search => [JSON.stringify(search), search]))
  const scanning: string[] = []
  for (const [shape, search] of shapes) {
    const plan = JSON.stringify(await db.run({ explain: search, verbosity: 'queryPlanner' }))
    if (plan.includes('COLLSCAN') || !/IXSCAN|IDHACK|EXPRESS|EOF/.test(plan)) scanning.push(shape)
  }
  expect(shapes.size).toBeGreaterThan(80)
  expect(scanning).toEqual([])
})
