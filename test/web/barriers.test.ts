import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallView, IncidentView } from '../../src/admin-api/contract/index.ts'
import { type Desk, signIn } from '../../src/drill/api/desk.ts'
import { webEn } from '../../src/i18n/web-en.ts'
import { type WebTexts, webId } from '../../src/i18n/web-id.ts'
import { type Lang, langs } from '../../src/web/lang/language.ts'
import { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

/** Colours go with the scheme, layout with the width, names with the language: each pair of them is seen once. */
const looks: Readonly<Record<Lang, readonly { colorScheme: 'light' | 'dark'; width: number; height: number }[]>> = {
  id: [
    { colorScheme: 'light', width: 1920, height: 1080 },
    { colorScheme: 'dark', width: 1024, height: 768 },
  ],
  en: [
    { colorScheme: 'dark', width: 1920, height: 1080 },
    { colorScheme: 'light', width: 1024, height: 768 },
  ],
}
const catalogues: Readonly<Record<Lang, WebTexts>> = { id: webId, en: webEn }

const centre = '/api/centres/SMG'
let room: Room

const rings = (desk: Desk, phone: string) => desk.post<CallView>(`${centre}/calls`, { phone, name: 'Pelapor Uji' })
const classified = async (desk: Desk, phone: string, callClass: string): Promise<CallView> => {
  const { id } = await rings(desk, phone)
  return desk.post<CallView>(`${centre}/calls/${id}/classify`, { callClass })
}

/** An incident that was brought as far as that: the steps are names of commands. */
const incident = async (desk: Desk, place: string, ...steps: ('submit' | 'dispatch')[]): Promise<string> => {
  const call = await classified(desk, '+62 000 0000 0050', 'normal')
  const path = `${centre}/incidents/${call.incident}`
  await desk.patch(`${path}/intake`, {
    type: { known: 'KBK-BGN' },
    location: { known: 'Bandarharjo' },
    address: { known: place },
    point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 100 } },
    condition: { known: 'Api di atap' },
    hazards: ['fire'],
    passable: { known: true },
    handlingSoFar: 'unknown',
    victims: { known: { injured: 1 } },
    reporterName: { known: 'Pelapor Uji' },
  })
  const agencies = [
    { agency: 'DAMKAR', role: 'lead', duty: 'act' },
    { agency: 'PLN', role: 'support', duty: 'act' },
  ]
  for (const step of steps) await desk.post(`${path}/${step}`, step === 'dispatch' ? { agencies } : {})
  return call.incident ?? ''
}

const act = async (desk: Desk, id: string, agency: string, ...verbs: [string, object?][]): Promise<void> => {
  const { assignments } = await desk.get<IncidentView>(`${centre}/incidents/${id}`)
  const assignment = assignments.find(one => one.agency === agency)?.id ?? ''
  for (const [verb, body] of verbs) {
    await desk.post(`${centre}/incidents/${id}/assignments/${encodeURIComponent(assignment)}/${verb}`, body ?? {})
  }
}
const heard = { via: 'radio' }
const does = (action: string): [string, object] => ['actions', { action, heard }]
const reported: [string, object] = ['report', { outcome: 'handled', text: 'Api padam.\nKorban: 1', heard }]
const declines: [string, object] = ['decline', { reason: 'noUnit', heard }]

beforeAll(async () => {
  room = await openRoom()
  const desk = await signIn(room.url, 'operator')
  await classified(desk, '+62 000 0000 0051', 'ghost')
  for (const _ of [1, 2]) await classified(desk, '+62 000 0000 0051', 'ghost')
  await classified(desk, '+62 000 0000 0052', 'information')
  const referred = await classified(desk, '+62 000 0000 0053', 'information')
  await desk.post(`${centre}/calls/${referred.id}/referral`, { receiver: 'PLN 123', ticket: 'A-112' })
  await rings(desk, '+62 000 0000 0051')
  const finished = async (place: string) => {
    const id = await incident(desk, place, 'submit', 'dispatch')
    await act(desk, id, 'PLN', declines)
    await act(desk, id, 'DAMKAR', does('arrive'), does('clear'), reported, ['report/accept'])
    return id
  }
  const incidents = {
    sent: await incident(desk, 'Jl. Lodan 2', 'submit', 'dispatch'),
    declared: await incident(desk, 'Jl. Lodan 3', 'submit'),
    closing: await finished('Jl. Lodan 4'),
    over: await finished('Jl. Lodan 5'),
    cancelled: await incident(desk, 'Jl. Lodan 6'),
    long: await incident(desk, 'Jl. Lodan 7', 'submit', 'dispatch'),
    offered: await incident(desk, 'Jl. Lodan 8', 'submit'),
    asked: await incident(desk, 'Jl. Lodan 1'),
  }
  await act(desk, incidents.sent, 'PLN', declines)
  await act(desk, incidents.sent, 'DAMKAR', does('depart'), ['units', { units: ['Pancar 01'] }])
  await desk.post(`${centre}/incidents/${incidents.sent}/messages`, { text: 'Akses dari barat', urgent: true })
  await act(desk, incidents.long, 'DAMKAR', does('arrive'))
  await desk.post(`${centre}/incidents/${incidents.long}/long-operation/start`)
  await desk.post(`${centre}/incidents/${incidents.over}/close`)
  await desk.post(`${centre}/incidents/${incidents.cancelled}/cancel`, { reason: 'Laporan keliru' })
  await desk.post(`${centre}/incidents/${incidents.offered}/hand-over`, {
    centre: 'CLG',
    reason: 'Di wilayah tetangga',
  })
}, 180_000)
afterAll(() => room?.close())

/** All of a screen is there. */
const settles = async (page: Page): Promise<void> => {
  await page.locator('main').getByRole('heading').first().waitFor()
  await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0)
}

/** Colours that are still on their way to the other scheme are nobody's. */
const fadesAreOver = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const fades = document.getAnimations().filter(animation => animation instanceof CSSTransition)
    return Promise.all(
      fades.map(fade =>
        fade.finished.then(
          () => true,
          () => false,
        ),
      ),
    )
  })

/** What stands in the way on this screen, in each look of the language; also what is wider than the screen. */
const inTheWay = async (desk: OperatorPage, lang: Lang, screen: string): Promise<string[]> => {
  const found: string[] = []
  for (const { colorScheme, width, height } of looks[lang]) {
    await desk.page.emulateMedia({ colorScheme })
    await desk.page.setViewportSize({ width, height })
    await fadesAreOver(desk.page)
    const name = `${screen}, ${colorScheme} ${width}`
    found.push(...(await barriers(desk.page)).map(barrier => `${name}: ${barrier}`))
    const sideways = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (sideways > 0) found.push(`${name}: ${sideways} px too wide`)
  }
  const [first] = looks[lang]
  if (first) await desk.page.setViewportSize(first)
  return found
}

/** Everybody's language is their own browser's. */
const enters = (role: string, lang: Lang): Promise<OperatorPage> => {
  const origin = { origin: room.url, localStorage: [{ name: 'tanggap.lang', value: lang }] }
  return room.signIn(role, 'SMG', { storageState: { cookies: [], origins: [origin] } })
}

describe.each(langs)('no barrier that axe calls serious (%s)', lang => {
  const t = catalogues[lang]

  it.each(['supervisor'])(
    'on every page that the header offers a %s, and behind every tab',
    async role => {
      const desk = await enters(role, lang)
      const { page } = desk
      const found: string[] = []
      const nav = page.getByRole('navigation', { name: t.nav.label }).getByRole('link')
      for (const href of await nav.evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))) {
        await page.goto(`${room.url}/${href}`)
        await settles(page)
        found.push(...(await inTheWay(desk, lang, `${role} ${href}`)))
        const tabs = page.locator('main').getByRole('tab')
        for (const tab of (await tabs.all()).slice(1)) {
          const name = await tab.textContent()
          await tab.click()
          await settles(page)
          found.push(...(await inTheWay(desk, lang, `${role} ${href} ${name}`)))
        }
      }
      expect(found).toEqual([])
      await desk.close()
    },
    600_000,
  )

  it('where nobody is signed in', async () => {
    const origin = { origin: room.url, localStorage: [{ name: 'tanggap.lang', value: lang }] }
    const desk = await OperatorPage.open(room.browser, room.url, 'SMG', {
      storageState: { cookies: [], origins: [origin] },
    })
    await desk.page.getByRole('textbox', { name: t.signIn.name }).waitFor()
    expect(await inTheWay(desk, lang, 'sign-in')).toEqual([])
    await desk.close()
  }, 180_000)
})
