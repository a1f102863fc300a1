import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import WhatsAppWeb, { type Client } from 'whatsapp-web.js'
import { startTelegramStandIn, type TelegramStandIn } from '../../src/simulator/telegram/index.ts'
import type { ChatView, MessageView } from '../../src/simulator/whatsapp/index.ts'
import { linked, next, type Rig, rig } from './whatsapp/linked-client.ts'

const { Poll } = WhatsAppWeb

let browser: Browser
let telegram: TelegramStandIn
let sim: Rig
let ours: Client
let group: ChatView
let page: Page
let phone: Locator
const troubles: string[] = []

beforeAll(async () => {
  sim = await rig()
  telegram = await startTelegramStandIn({
    token: '112000112:gladi-token-for-tests',
    botUsername: 'gladi112_bot',
    whatsapp: sim.whatsapp.control,
  })
  for (const name of ['Sari', 'Budi']) await sim.driver.createPerson({ name })
  group = await sim.driver.createGroup({ title: 'PMI SMG', members: ['Sari', 'Budi'], labels: ['SMG/PMI'] })
  ours = await linked(sim)
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text())
  })
})

afterAll(async () => {
  await browser?.close()
  await telegram?.close()
  await sim?.close()
})

beforeEach(async () => {
  troubles.length = 0
  await page.goto(telegram.pageUrl)
  await page.locator(`.chats button[data-chat="${group.id}"]`).click()
  phone = page.locator(`.phone[data-chat="${group.id}"]`)
  await phone.locator('.messages').waitFor()
})

/** A message of ours, as the people of the group have it. */
async function alert(text: string): Promise<WhatsAppWeb.Message> {
  const sent = await ours.sendMessage(group.id, text, { waitUntilMsgSent: true })
  await phone.locator('.by-bot', { hasText: text.replaceAll('*', '') }).waitFor()
  return sent
}

const shown = (look: (message: MessageView) => boolean) =>
  sim.driver.waitFor(async () => (await sim.driver.messages(group.id)).find(look), 10_000, 'the message')

describe('the page with the phones of both platforms', () => {
  it('marks the chats of WhatsApp and says whether our number is linked', async () => {
    const entry = page.locator('.chats li', { hasText: 'PMI SMG' })
    expect(await entry.getByAltText('WhatsApp').count()).toBe(1)
    await page.locator('#top .number.on', { hasText: 'WhatsApp tertaut' }).waitFor()
    expect(await phone.locator('.phone-head .sub').textContent()).toBe('grup · 2 orang · SMG/PMI')
    await phone.locator('.service', { hasText: 'Sari membuat grup PMI SMG' }).waitFor()
    expect(troubles).toEqual([])
  })

  it('shows an alert in its marks, without buttons; a click on it quotes, and the answer reaches us as a reply', async () => {
    const { id } = await alert('*KEBAKARAN* Jl. Pasar https://maps.google.com/?q=-6.9,110.4')
    const bubble = phone.locator(`[data-message="${id.id}"] .bubble`)
    expect(await bubble.locator('strong').textContent()).toBe('KEBAKARAN')
    expect(await bubble.locator('.text a').getAttribute('href')).toBe('https://maps.google.com/?q=-6.9,110.4')
    expect(await phone.locator('.keyboard').count()).toBe(0)
    await bubble.locator('strong').click()
    await phone.locator('.reply-line', { hasText: 'KEBAKARAN Jl. Pasar' }).waitFor()
    await phone.getByLabel('sebagai').selectOption({ label: 'Budi' })
    const heard = next(ours, 'message')
    await phone.locator('textarea').fill('1')
    await phone.locator('textarea').press('Enter')
    const [answer] = (await heard) as [WhatsAppWeb.Message]
    expect(answer).toMatchObject({ body: '1', hasQuotedMsg: true })
    expect((await answer.getQuotedMessage()).id.id).toBe(id.id)
    expect((await shown(message => message.text === '1')).authorName).toBe('Budi')
    await phone.locator('.quote', { hasText: 'KEBAKARAN Jl. Pasar' }).waitFor()
    expect(troubles).toEqual([])
  })

  it('shows ticks, our reaction, an edit with its history, a deleted message', async () => {
    const card = await alert('Kartu pertama')
    const message = phone.locator(`[data-message="${card.id.id}"]`)
    await message.locator('.ticks').waitFor()
    await message.locator('.bubble').hover()
    await message.getByRole('button', { name: 'Beri reaksi' }).click()
    await phone.getByRole('button', { name: '🙏' }).click()
    await message.locator('.reactions', { hasText: '🙏' }).waitFor()
    await phone.locator('.phone-head').click()
    await message.locator('.ticks.tickRead').waitFor()
    await card.edit('Kartu kedua')
    await message.locator('.text', { hasText: 'Kartu kedua' }).waitFor()
    await message.getByRole('button', { name: 'diedit' }).click()
    expect(await page.locator('dialog .history .text').allTextContents()).toEqual(['Kartu pertama', 'Kartu kedua'])
    await page.keyboard.press('Escape')
    await card.delete(true)
    await message.locator('.file', { hasText: 'Pesan dihapus' }).waitFor()
    expect(troubles).toEqual([])
  })

  it('sends a photo as a reply, chooses in a poll and withdraws', async () => {
    const heard = next(ours, 'message')
    await phone.getByRole('button', { name: 'Lampirkan' }).click()
    await phone.getByRole('button', { name: 'Rumah terbakar' }).click()
    const [answer] = (await heard) as [WhatsAppWeb.Message]
    expect(answer).toMatchObject({ type: 'image', hasMedia: true })
    await phone.locator('.photo img').waitFor()
    const poll = await ours.sendMessage(group.id, new Poll('Siap?', ['Kami tangani', 'Tidak bisa']), {
      waitUntilMsgSent: true,
    })
    const option = phone.locator(`[data-message="${poll.id.id}"] .poll-option`, { hasText: 'Kami tangani' })
    const voted = next(ours, 'vote_update')
    await option.click()
    expect((await voted)[0]).toMatchObject({ selectedOptions: [{ name: 'Kami tangani' }] })
    await phone.locator('.poll-option[aria-pressed="true"]', { hasText: 'Kami tangani' }).waitFor()
    const withdrawn = next(ours, 'vote_update')
    await option.click()
    expect((await withdrawn)[0]).toMatchObject({ selectedOptions: [] })
    expect(troubles).toEqual([])
  })

  it('puts our number out of the group, cuts the network, and shows both', async () => {
    await phone.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Keluarkan nomor kami' }).click()
    await phone.locator('.trouble', { hasText: 'nomor kami tidak di grup' }).waitFor()
    await phone.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Masukkan nomor kami' }).click()
    await phone.locator('.trouble').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Gangguan' }).click()
    await page.getByRole('button', { name: 'Putus jaringan' }).click()
    await page.locator('#top .number', { hasText: 'WhatsApp belum tertaut' }).waitFor()
    await page.getByRole('button', { name: 'Sambung jaringan' }).click()
    await page.locator('#top .number.on').waitFor()
    expect(troubles).toEqual([])
  })
})
