import { Bot, InlineKeyboard } from 'grammy'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onCleanup, type Rig, rig, TOKEN } from './stand-in.ts'

let browser: Browser
let sim: Rig
let page: Page
let sari: number
let budi: number
let group: number
const troubles: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  sim = await rig({ botName: 'Tanggap 112' })
  sari = (await sim.driver.createUser({ firstName: 'Sari' })).id
  budi = (await sim.driver.createUser({ firstName: 'Budi' })).id
  group = (await sim.driver.createChat({ title: 'Damkar', members: [sari, budi], labels: ['agency: DAMKAR'] })).id
  const bot = dutyBot()
  const running = bot.start()
  onCleanup(async () => {
    await bot.stop()
    await running
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  onCleanup(() => context.close())
  page = await context.newPage()
  troubles.length = 0
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text())
  })
})

/** A bot that answers as the real one would: card, alert, prompt, photo. */
function dutyBot(): Bot {
  const bot = new Bot(TOKEN, { client: { apiRoot: sim.telegram.apiRoot } })
  bot.command('kartu', ctx =>
    ctx.reply('<b>KEBAKARAN</b> &lt;img src=x onerror=alert(1)&gt; Jl. Pasar', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard()
        .text('Kami tangani', 'ack')
        .text('Lihat detail', 'detail')
        .row()
        .url('Isi laporan', 'https://t.me/tanggap112_bot?start=lapor_A7K'),
    }),
  )
  bot.command('start', ctx => ctx.reply(`Laporan untuk ${ctx.match}`))
  bot.callbackQuery('ack', async ctx => {
    await ctx.editMessageText(`Ditangani oleh ${ctx.from.first_name}`)
    await ctx.reply('Laporan?', { reply_markup: { force_reply: true, input_field_placeholder: 'Korban, unit' } })
    await ctx.answerCallbackQuery('Tercatat')
  })
  bot.callbackQuery('detail', ctx => ctx.answerCallbackQuery({ text: 'Pelapor: Ibu W.', show_alert: true }))
  bot.on('message:photo', ctx => ctx.reply(`Foto dari ${ctx.from.first_name} diterima`))
  bot.on('message:text', ctx => ctx.reply(`Diterima: ${ctx.msg.text}`))
  return bot
}

async function open(): Promise<Locator> {
  await page.goto(sim.telegram.pageUrl)
  await page.locator(`.chats button[data-chat="${group}"]`).click()
  const phone = page.locator(`.phone[data-chat="${group}"]`)
  await phone.locator('.messages').waitFor()
  return phone
}

const writeIn = async (phone: Locator, text: string): Promise<void> => {
  await phone.locator('textarea').fill(text)
  await phone.locator('textarea').press('Enter')
}

describe('the page with the phones', () => {
  it('says plainly that it is a simulator and a drill', async () => {
    await open()
    expect(await page.locator('.banner').textContent()).toContain('SIMULATOR · GLADI')
    expect(await page.locator('.phone-head .sub').first().textContent()).toContain('agency: DAMKAR')
  })

  it('presses a button: the bot gets it, its answer is shown, the card changes, the reply box opens', async () => {
    const phone = await open()
    await writeIn(phone, '/kartu')
    await phone.getByRole('button', { name: 'Kami tangani' }).click()
    await phone.locator('.toast', { hasText: 'Tercatat' }).waitFor()
    await phone.locator('.text', { hasText: 'Ditangani oleh Sari' }).waitFor()
    expect(await phone.locator('.edited').textContent()).toBe('diedit')
    await phone.locator('.reply-line', { hasText: 'Bot menunggu balasan Anda' }).waitFor()
    expect(await phone.locator('textarea').getAttribute('placeholder')).toBe('Korban, unit')
    await writeIn(phone, 'Korban: 0\nUnit: 2')
    await phone.locator('.text', { hasText: 'Diterima: Korban: 0' }).waitFor()
    const said = (await sim.driver.messages(group)).find(message => message.from.id === sari && message.replyTo)
    expect(said).toMatchObject({ text: 'Korban: 0\nUnit: 2', replyTo: { text: 'Laporan?' } })
    await phone.locator('.edited').click()
    expect(await page.locator('dialog .history li').count()).toBe(2)
    expect(troubles).toEqual([])
  })

  it('shows an alert answer as a popup, hostile text as typed, entities in bold', async () => {
    const phone = await open()
    await writeIn(phone, '/kartu')
    await phone.getByRole('button', { name: 'Lihat detail' }).click()
    const alert = phone.getByRole('alertdialog')
    expect(await alert.textContent()).toContain('Pelapor: Ibu W.')
    await alert.getByRole('button', { name: 'OK' }).click()
    expect(await phone.locator('.text strong').textContent()).toBe('KEBAKARAN')
    expect(await phone.locator('.by-bot .text').textContent()).toContain('<img src=x onerror=alert(1)>')
    expect(await phone.locator('.text img').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  it('lets another person act, send a photo and open the private chat by deep link', async () => {
    const phone = await open()
    await phone.getByLabel('sebagai').selectOption({ label: 'Budi' })
    await writeIn(phone, '/kartu')
    await phone.locator('.by-bot').hover()
    await phone.locator('.by-bot .reply-button').click()
    await phone.getByRole('button', { name: 'Lampirkan' }).click()
    await phone.getByRole('button', { name: 'Rumah terbakar' }).click()
    await phone.locator('.text', { hasText: 'Foto dari Budi diterima' }).waitFor()
    await phone.locator('.photo img').waitFor()
    await phone.getByRole('button', { name: 'Isi laporan' }).click()
    const own = page.locator(`.phone[data-chat="${budi}"]`)
    await own.locator('.text', { hasText: 'Laporan untuk lapor_A7K' }).waitFor()
    expect(await sim.driver.user(budi)).toMatchObject({ started: true })
    expect(troubles).toEqual([])
  })

  it('finds chats, counts what is unread, shows trouble, follows a migration', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `Pos ${index + 1}`)
    for (const title of titles) await sim.driver.createChat({ title, members: [sari], labels: [`agency: ${title}`] })
    const phone = await open()
    expect(await page.locator('.chats li').count()).toBe(31)
    await page.getByPlaceholder('Cari obrolan…').fill('pos 17')
    const entry = page.locator('.chats li', { hasText: 'Pos 17' })
    await entry.waitFor()
    await page.locator('.chats li', { hasText: 'Damkar' }).waitFor({ state: 'detached' })
    await sim.driver.say('agency: Pos 17', { as: sari, text: '/kartu' })
    await entry.locator('.count', { hasText: '1' }).waitFor()
    await entry.locator('button').click()
    await entry.locator('.count').waitFor({ state: 'detached' })
    await sim.driver.setBot('agency: Pos 17', 'kicked', sari)
    await page.locator('.trouble', { hasText: 'bot dikeluarkan' }).waitFor()
    const supergroup = await sim.driver.migrate(group)
    await page.locator(`.phone[data-chat="${supergroup.id}"]`).waitFor()
    await phone.waitFor({ state: 'detached' })
    expect(troubles).toEqual([])
  })

  it('scripts a fault and shows that it waits', async () => {
    await open()
    await page.getByRole('button', { name: 'Gangguan' }).click()
    await page.getByRole('button', { name: '429: tunggu 10 dtk' }).click()
    await page.locator('#faults .active', { hasText: '429: tunggu 10 dtk · sisa 1' }).waitFor()
    expect(await sim.driver.faults()).toMatchObject([{ rule: { effect: { code: 429 } }, left: 1 }])
    await page.getByRole('button', { name: 'Hapus', exact: true }).click()
    await page.locator('#faults .active', { hasText: 'tidak ada' }).waitFor()
  })

  it('tells what to do when there is nothing yet, and speaks English on demand', async () => {
    const empty = await rig()
    await page.goto(empty.telegram.pageUrl)
    await page.locator('.chats .none', { hasText: 'Belum ada obrolan.' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('.chats .none', { hasText: 'No chats yet.' }).waitFor()
  })
})
