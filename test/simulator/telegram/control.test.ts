import { beforeEach, describe, expect, it } from 'vitest'
import { groupStory } from '../../support/telegram-driver.ts'
import { HandClock, onCleanup, type Rig, rig, TOKEN } from './stand-in.ts'

let sim: Rig

beforeEach(async () => {
  sim = await rig()
  await sim.driver.createUser({ firstName: 'Sari', username: 'sari' })
})

describe('stories', () => {
  it('read as what a crew sees and does', async () => {
    const { Bot } = await import('grammy')
    const bot = new Bot(TOKEN, { client: { apiRoot: sim.telegram.apiRoot } })
    bot.command('mulai', ctx =>
      ctx.reply('KEBAKARAN di Pasar', {
        reply_markup: { inline_keyboard: [[{ text: 'Kami tangani', callback_data: 'a' }]] },
      }),
    )
    bot.callbackQuery('a', async ctx => {
      await ctx.editMessageText('Ditangani')
      await ctx.reply('Laporan?', { reply_markup: { force_reply: true } })
      await ctx.answerCallbackQuery({ text: 'Dicatat' })
    })
    bot.on('message:photo', ctx => ctx.reply('Foto diterima'))
    const running = bot.start()
    onCleanup(async () => {
      await bot.stop()
      await running
    })
    const { story: damkar } = await groupStory(sim.driver, 'Damkar', ['Sari', 'Budi'], ['agency: DAMKAR'])
    await damkar.writes('/mulai')
    expect(await damkar.sees('KEBAKARAN', { with: 'Kami tangani' }).presses('Kami tangani')).toMatchObject({
      text: 'Dicatat',
    })
    await damkar.seesNoMore('KEBAKARAN')
    await damkar.sees('Laporan?').repliesWithPhoto('laporan', { caption: 'Korban: 0' })
    expect(await damkar.unexpected()).toEqual(['Foto diterima'])
    await damkar.sees(/Foto/)
    expect(await damkar.unexpected()).toEqual([])
    expect((await sim.driver.waitIdle(5_000)).idle).toBe(true)
  })
})

describe('the control API', () => {
  it('refuses with a code, a sentence and what is wrong', async () => {
    const post = async (
      path: string,
      body: string,
      headers: Record<string, string> = {},
    ): Promise<[number, unknown]> => {
      const response = await fetch(`${sim.telegram.url}/sim/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      return [response.status, await response.json()]
    }
    expect(await post('/chats', '{"title":""}')).toMatchObject([
      400,
      {
        error: { code: 'invalid_input', message: 'Masukan tidak sesuai.', issues: [expect.stringMatching(/^title: /)] },
      },
    ])
    expect(await post('/chats', '{')).toMatchObject([400, { error: { code: 'invalid_input' } }])
    expect(await post('/nothing', '{}')).toMatchObject([404, { error: { code: 'unknown_route' } }])
    expect(await post('/users', '{"firstName":"X"}', { origin: 'https://elsewhere.example' })).toMatchObject([
      403,
      { error: { code: 'not_loopback' } },
    ])
    await expect(sim.driver.createUser({ firstName: 'X', username: 'sari' })).rejects.toMatchObject({
      code: 'id_taken',
    })
    await expect(sim.driver.chat('agency: NONE')).rejects.toMatchObject({ code: 'unknown_chat' })
    await sim.driver.createChat({ title: 'A', labels: ['agency: PMI'] })
    await expect(sim.driver.createChat({ title: 'B', labels: ['Agency: pmi'] })).rejects.toMatchObject({
      code: 'label_taken',
    })
    expect((await sim.driver.chats()).map(({ title }) => title)).toEqual(['A'])
  })

  it('keeps a journal with service time that can be read on and followed', async () => {
    const clock = new HandClock()
    sim = await rig({ clock })
    const { id: group } = await sim.driver.createChat({ title: 'Damkar' })
    const { seq } = await sim.driver.status()
    clock.forward(60_000)
    const stop = new AbortController()
    const followed: string[] = []
    const following = (async () => {
      for await (const entry of sim.driver.follow(seq, stop.signal)) {
        followed.push(entry.kind)
        if (followed.length === 2) return
      }
    })()
    const sent = await sim.api.sendMessage(group, 'satu')
    await sim.api.editMessageText(group, sent.message_id, 'dua')
    await following
    stop.abort()
    expect(followed).toEqual(['message', 'edit'])
    const page = await sim.driver.journal(seq)
    expect(page.entries).toMatchObject([
      { seq: seq + 1, at: clock.now(), kind: 'message', byBot: true, message: { text: 'satu' } },
      { kind: 'edit', before: { text: 'satu' }, message: { text: 'dua', edits: 1 } },
    ])
    expect(page).toMatchObject({ nextSeq: seq + 2, lost: 0 })
  })

  it('streams events with their numbers and goes on where it was cut', async () => {
    const { id: group } = await sim.driver.createChat({ title: 'Damkar' })
    const { seq } = await sim.driver.status()
    await sim.api.sendMessage(group, 'satu')
    const stop = new AbortController()
    const response = await fetch(`${sim.telegram.url}/sim/api/events`, {
      headers: { 'last-event-id': String(seq) },
      signal: stop.signal,
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (reader && !text.includes('dua')) {
      text += (await reader.read()).value ?? ''
      if (text.includes('satu') && !text.includes('dua')) await sim.api.sendMessage(group, 'dua')
    }
    stop.abort()
    expect(text).toMatch(/event: hello/)
    expect(text).toContain(`id: ${seq + 1}\n`)
    expect(text).toContain(`id: ${seq + 2}\n`)
  })

  it('gives up waiting with a clear error', async () => {
    await expect(sim.driver.waitFor(async () => undefined, 20, 'a miracle')).rejects.toMatchObject({ code: 'timeout' })
  })
})
