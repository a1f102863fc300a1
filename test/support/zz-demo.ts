import { Bot, InlineKeyboard } from 'grammy'
import { startTelegramStandIn, createTelegramDriver } from '/work/main/src/simulator/telegram/index.ts'
const token = '112000112:gladi-token-abcdef'
const t = await startTelegramStandIn({ token, botUsername: 'tanggap112_bot', botName: 'Tanggap 112', limits: 'off', port: Number(process.env.PORT ?? 0) })
const d = createTelegramDriver(t.url)
const bot = new Bot(token, { client: { apiRoot: t.apiRoot } })
const kb = new InlineKeyboard().text('✅ Kami tangani', 'ack').text('🚒 Meluncur', 'go').row().text('✖ Tidak bisa', 'no').row().url('🗺 Peta', 'https://www.openstreetmap.org/?mlat=-6.98')
const card = (n: string) => `<b>🔥 KEBAKARAN RUMAH — P1</b>\nSMG-2026-0${n}\n\n<b>Lokasi:</b> Jl. Kaligawe Raya No. 45, Gayamsari\n<b>Patokan:</b> seberang pasar, gang masuk sebelah toko bangunan &amp; bengkel\n<b>Akses:</b> roda 4 BISA masuk\n<b>Bahaya:</b> tabung gas di dapur, kabel listrik turun\n<b>Korban:</b> 1 terjebak (lansia)\n\n<i>Batas jawab 60 detik</i>`
bot.command('kartu', ctx => ctx.reply(card(ctx.match || '117'), { parse_mode: 'HTML', reply_markup: kb }))
bot.command('start', ctx => ctx.reply('Halo ' + ctx.from?.first_name + ', detail: ' + ctx.match))
bot.command('pasang', ctx => ctx.reply('Grup ini terpasang untuk <b>DAMKAR</b>.', { parse_mode: 'HTML' }))
bot.callbackQuery('ack', async ctx => { await ctx.editMessageText(card('117') + `\n\n✅ Ditangani oleh <b>${ctx.from.first_name}</b> 14.03`, { parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('🚒 Meluncur', 'go').text('📍 Tiba di lokasi', 'arr').row().text('🆘 Minta bantuan', 'help').text('Lihat detail', 'detail') }); await ctx.answerCallbackQuery('Tercatat: Kami tangani') })
bot.callbackQuery('detail', ctx => ctx.answerCallbackQuery({ text: 'Pelapor: Ibu W.\nTelepon +62 000 1234 5678\nKondisi: asap tebal dari lantai dua.', show_alert: true }))
bot.callbackQuery('go', async ctx => { await ctx.answerCallbackQuery('Tercatat: Meluncur'); await ctx.reply('Mohon balas pesan ini dengan laporan singkat (kode <b>A7K</b>).', { parse_mode: 'HTML', reply_markup: { force_reply: true, input_field_placeholder: 'Korban, unit, tindakan…' } }) })
bot.on('callback_query', ctx => ctx.answerCallbackQuery())
bot.on('message:photo', ctx => ctx.reply('Foto diterima, terima kasih.', { reply_parameters: { message_id: ctx.msgId } }))
bot.catch(e => console.error(e.message))
bot.start()
const names = ['Sari Wulandari', 'Budi Utomo', 'Agus Salim', 'Dewi Lestari', 'Eko Prasetyo', 'Rina Kusuma']
const people = []
for (const n of names) { const [firstName, ...r] = n.split(' '); people.push(await d.createUser({ firstName: firstName!, lastName: r.join(' ') })) }
const count = Number(process.env.CHATS ?? 30)
const agencies = ['DAMKAR Semarang', 'BPBD Kota Semarang', 'Dinkes / PSC 119', 'PMI Kota', 'Satpol PP', 'Polrestabes', 'Basarnas', 'PLN', 'PDAM', 'Dishub', 'DLH', 'Dinas Perkim — Penanganan Jalan, Drainase dan Penerangan Umum']
const chats = []
for (let i = 0; i < count; i++) chats.push(await d.createChat({ title: agencies[i % agencies.length]! + (i >= agencies.length ? ` Pos ${1 + Math.floor(i / agencies.length)}` : ''), type: i % 3 ? 'group' : 'supergroup', members: people.map(p => p.id), labels: [`agency: ${i}`] }))
for (const c of chats.slice(0, 6)) { await d.say(c.id, { as: people[0]!.id, text: '/pasang 483920' }); await d.say(c.id, { as: people[1]!.id, text: '/kartu' }) }
if (chats[0]) {
  await d.waitFor(async () => (await d.messages(chats[0]!.id)).find(m => m.buttons.length), 5000)
  await d.press(chats[0].id, { as: people[0]!.id, button: 'Kami tangani' })
  await d.say(chats[0].id, { as: people[1]!.id, photo: 'kebakaran', caption: 'Api dari dapur, sudah merembet ke atap' })
  await d.say(chats[1]!.id, { as: people[2]!.id, text: 'Siap, unit dua jalan lewat Kaligawe, hati-hati genangan di bawah rel.' })
  await d.say(chats[1]!.id, { as: people[3]!.id, location: { latitude: -6.95, longitude: 110.45 } })
  await d.start(people[0]!.id, 'detail_A7K')
  await d.setBot(chats[2]!.id, 'kicked')
}
console.log(t.pageUrl)
export { t, d, chats, people, bot }
