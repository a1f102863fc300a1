import { describe, expect, test } from 'vitest'
import type { Audience } from '../../../src/application/ports/chats.ts'
import type { Delivery, DeliveryContent } from '../../../src/application/ports/deliveries.ts'
import type { IncidentFacts, OverdueDesk } from '../../../src/application/ports/renderer.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import { cilegon } from '../../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import {
  assignment,
  budi,
  did,
  facts,
  incident,
  labels,
  lead,
  minutes,
  notified,
  sari,
  shown,
  steps,
  t0,
  token,
} from './facts.ts'

const delivery = (content: DeliveryContent, change: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  chat: 'c1',
  lane: 0,
  content,
  status: 'sending',
  attempt: 1,
  doubtful: false,
  notBefore: 0,
  createdAt: t0,
  ...change,
})

const damkarGroup: Audience = { kind: 'agency', agency: 'DAMKAR' }
const supervisors: Audience = { kind: 'supervisorsChat' }
const damkar = lead(notified)
const pln = assignment('PLN', steps(notified))

const render = (
  content: DeliveryContent,
  options: { facts?: IncidentFacts; to?: Audience; delivery?: Partial<Delivery> } = {},
) =>
  renderer.incidentMessage(
    options.facts ?? facts(incident([damkar, pln])),
    delivery(content, options.delivery),
    options.to ?? damkarGroup,
  )
const textOf = (...given: Parameters<typeof render>) => shown(render(...given).content)

describe('PEMBARUAN', () => {
  test('carries the new values', () => {
    expect(
      textOf({ kind: 'update', incident: 'i1', assignment: damkar.id, fields: ['address', 'victims', 'hazards'] }),
    ).toBe(`**🔄 PEMBARUAN SMG-260310-0007: alamat, korban, bahaya**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Bandarharjo, Semarang Utara
Patokan: dekat *musala* (fiktif)
[Buka peta](https://maps.google.com/?q=-6.9592,110.4175) (ketelitian ±300 m)
Korban: **1 luka, 2 terjebak**
Bahaya: **api, ada anak**`)
  })

  test('of a restricted type sends people to Lihat detail', () => {
    const text = textOf(
      { kind: 'update', incident: 'i1', assignment: damkar.id, fields: ['victims'] },
      { facts: facts(incident([damkar], { restricted: true })) },
    )
    expect(text).toContain('Korban: **buka kartu, pilih Lihat detail**')
    expect(text).not.toContain('luka')
  })

  test('says that the incident is cancelled', () => {
    const cancelled = incident([damkar], { phase: { status: 'cancelled', at: t0, reason: 'text/reason', by: sari } })
    expect(
      textOf(
        { kind: 'update', incident: 'i1', assignment: damkar.id, fields: ['cancelled'] },
        { facts: facts(cancelled) },
      ),
    ).toBe(`**❌ PEMBARUAN SMG-260310-0007: kejadian DIBATALKAN**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Alasan: salah alamat
Unit yang sedang menuju lokasi dapat kembali.`)
  })

  test('says that the agency is stood down', () => {
    const out = lead(notified, { by: sari, change: { kind: 'stoodDown', reason: 'text/reason' } })
    expect(
      textOf(
        { kind: 'update', incident: 'i1', assignment: out.id, fields: ['stoodDown'] },
        { facts: facts(incident([out])) },
      ),
    ).toBe(`**🛑 PEMBARUAN SMG-260310-0007: tugas DAMKAR DIHENTIKAN**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Alasan: salah alamat
Unit yang sedang menuju lokasi dapat kembali.`)
  })
})

describe('a clock’s ping', () => {
  const ping = (rung: string, clock = `S4a:${damkar.id}`, assignments = [damkar.id]): DeliveryContent => ({
    kind: 'clockPing',
    incident: 'i1',
    clock,
    rung,
    assignments,
  })
  const at = (after: number) => facts(incident([damkar, pln]), { now: t0 + minutes(after) })

  test('tells supervisors who is late, by how much, and whom to phone', () => {
    const message = render(ping('1'), { facts: at(4.5), to: supervisors, delivery: { token } })
    expect(shown(message.content)).toBe(`**⏰ DAMKAR: belum diterima**
SMG-260310-0007
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Tindak lanjut petugas call center: batas 3 menit, sudah lewat 1 menit 30 detik
Telepon piket DAMKAR: +62 000 113`)
    expect(labels(message.buttons)).toEqual([['Saya tangani']])
  })

  test('reminds the agency with the live buttons of its card', () => {
    const message = render(ping('0.75'), { facts: at(2.25), delivery: { token } })
    expect(shown(message.content)).toBe(`**⏰ PENGINGAT DAMKAR: belum diterima**
SMG-260310-0007
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Tindak lanjut petugas call center: batas 3 menit, tinggal 45 detik`)
    expect(labels(message.buttons)).toEqual([['Kami tangani', 'Meluncur'], ['Tidak bisa']])
  })

  test('tells an agency that its report is missing, or that it waits for 112', () => {
    const report = { outcome: 'handled', text: 'x', lines: {}, at: t0, by: budi } as const
    const cleared = lead(notified, did('clear'))
    const reported = lead(notified, did('clear'), { kind: 'reported', report })
    const reminder = (own: typeof cleared) =>
      textOf(ping('1', `S6:${own.id}`, [own.id]), { facts: facts(incident([own]), { now: t0 + minutes(30) }) })
    expect(reminder(cleared)).toContain('⏰ PENGINGAT DAMKAR: laporan belum masuk')
    expect(reminder(reported)).toContain('⏰ PENGINGAT DAMKAR: laporan belum diterima 112')
  })

  test('counts its repetitions and says when it may be one too many', () => {
    const text = textOf(ping('r2'), { facts: at(20), to: supervisors, delivery: { doubtful: true } })
    expect(text).toContain('**⚠️ ULANG, mungkin ganda**\n**⏰ DAMKAR')
    expect(text).toContain('sudah lewat 17 menit\nPengingat ulang ke-2')
  })

  test('of the whole incident names everybody that it waits for', () => {
    const text = textOf(ping('1', 'S3', [damkar.id, pln.id]), { facts: at(2), to: supervisors })
    expect(text).toContain('**⏰ DAMKAR, PLN: belum semua OPD menerima kiriman**')
    expect(text).toContain('Mengirim informasi ke OPD: batas 2 menit, sudah lewat 1 menit')
  })

  test('says who took it before', () => {
    const clock = `S4a:${damkar.id}`
    const taken = incident([damkar], { takenBy: { [clock]: { by: budi, at: t0 + minutes(5) } } })
    const text = textOf(ping('r3', clock), { facts: facts(taken), to: supervisors })
    expect(text).toContain('Terakhir ditangani Budi <&_*, 14.10 WIB')
  })

  test('says where a centre departs from the published figure', () => {
    const clocks = semarang.clocks.map(clock =>
      clock.id === 'S4a'
        ? { ...clock, targetSeconds: 60, basis: 'internal' as const, published: { targetSeconds: 180 } }
        : clock,
    )
    const text = textOf(ping('1', `S4a:${damkar.id}`), {
      facts: facts(incident([damkar]), { profile: { ...semarang, clocks }, now: t0 + minutes(2) }),
      to: supervisors,
    })
    expect(text).toContain('batas 1 menit, sudah lewat 1 menit (diubah; standar 3 menit)')
  })

  test('marks what is an internal target, in Cilegon', () => {
    const taken = incident([damkar], { profile: { id: 'cilegon', version: 1 }, takenAt: t0 })
    const text = textOf(ping('1', `D2:${damkar.id}`), {
      facts: facts(taken, { profile: cilegon, now: t0 + minutes(4) }),
      to: supervisors,
    })
    expect(text).toContain('OPD menerima laporan: batas 3 menit, sudah lewat 1 menit (target internal)')
  })

  test('that comes after the answer says so, without a button', () => {
    const answered = incident([lead(notified, did('acknowledge'))])
    const message = render(ping('1'), { facts: facts(answered), to: supervisors, delivery: { token } })
    expect(message.content.text).toContain('✅ Sudah beres: Tindak lanjut petugas call center')
    expect(message.buttons).toEqual([])
  })
})

describe('a call for help', () => {
  const help = (item: string): DeliveryContent => ({ kind: 'helpPing', incident: 'i1', item, assignment: damkar.id })

  test('a decline names the reason and who could come instead', () => {
    const declined = lead(notified, { kind: 'declined', reason: 'noUnit' })
    const attention = [{ id: 'declined/1', kind: 'declined', assignment: declined.id, at: t0 + minutes(1) }] as const
    const message = render(help('declined/1'), {
      facts: facts(incident([declined, assignment('BPBD', [])], { attention: [...attention] })),
      to: supervisors,
      delivery: { token },
    })
    expect(shown(message.content)).toBe(`**✋ DAMKAR TIDAK BISA**
SMG-260310-0007
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Dilaporkan Budi <&_*, 14.06 WIB
Alasan: Tidak ada unit
Usulan pengganti: BASARNAS
Telepon piket DAMKAR: +62 000 113`)
    expect(labels(message.buttons)).toEqual([['Saya tangani']])
  })

  test('an obstacle, back-up, a job that came back, and nobody left have their own headlines', () => {
    const own = lead(notified, did('acknowledge'), did('obstacle'), did('requestBackup'), did('handBack'))
    const headline = (kind: 'obstacle' | 'backup' | 'handedBack' | 'nobodyLeft' | 'unreachable') =>
      textOf(help('x'), {
        facts: facts(incident([own], { attention: [{ id: 'x', kind, assignment: own.id, at: t0 }] })),
        to: supervisors,
      }).split('\n')[0]
    expect(headline('obstacle')).toBe('**🚧 DAMKAR ADA KENDALA**')
    expect(headline('backup')).toBe('**🆘 DAMKAR MINTA BANTUAN**')
    expect(headline('handedBack')).toBe('**↩ DAMKAR MENGEMBALIKAN TUGAS**')
    expect(headline('nobodyLeft')).toBe('**🚨 TIDAK ADA OPD YANG MENANGANI**')
    expect(headline('unreachable')).toBe('**📵 DAMKAR TIDAK TERJANGKAU, telepon sekarang**')
  })

  test('that was settled meanwhile has no button left', () => {
    const attention = [{ id: 'x', kind: 'backup', assignment: damkar.id, at: t0, doneAt: t0 + minutes(3) }] as const
    const message = render(help('x'), {
      facts: facts(incident([damkar], { attention: [...attention] })),
      to: supervisors,
      delivery: { token },
    })
    expect(message.content.text).toContain('Sudah ditindaklanjuti, 14.08 WIB')
    expect(message.buttons).toEqual([])
  })
})

describe('the report', () => {
  const cleared = lead(notified, did('acknowledge'), did('clear'))
  const prompt = {
    kind: 'reportPrompt',
    incident: 'i1',
    assignment: cleared.id,
    outcome: 'handled',
    byName: 'Budi <&_*',
    byPerson: 'tanpa-nomor',
  } as const

  test('is asked for with code and place, as a reply', () => {
    const message = render(prompt, { facts: facts(incident([cleared])) })
    expect(shown(message.content)).toBe(`**📝 Laporan SMG-260310-0007 (DAMKAR)**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Hasil: Tertangani (dipilih Budi <&_*)

Balas pesan ini dengan isi laporan. Boleh bebas, boleh per baris:
Korban:
Unit:
Tindakan:
Kendala:
Foto: kirim sebagai balasan pesan ini.`)
    expect(message).toMatchObject({ buttons: [], askReply: { placeholder: 'Laporan SMG-260310-0007' } })
  })

  test('is asked of the person who chose the outcome, when the channel knows who', () => {
    const mentioned = { ...prompt, byPerson: '77' }
    expect(textOf(mentioned, { facts: facts(incident([cleared])) })).toContain(
      'Hasil: Tertangani (dipilih [Budi <&_*](tg://user?id=77))',
    )
  })

  test('that came back shows the remark and asks again', () => {
    const report = { outcome: 'handled', text: 'x', lines: {}, at: t0, by: budi } as const
    const returned = lead(
      notified,
      did('clear'),
      { kind: 'reported', report },
      {
        by: sari,
        change: { kind: 'reportReturned', remark: 'text/remark' },
      },
    )
    const message = render(
      { kind: 'reportReturned', incident: 'i1', assignment: returned.id },
      { facts: facts(incident([returned])) },
    )
    expect(shown(message.content)).toBe(`**📝 Laporan SMG-260310-0007 (DAMKAR) dikembalikan 112**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Catatan: **sebutkan jumlah unit**

Balas pesan ini dengan laporan yang sudah diperbaiki.
Foto: kirim sebagai balasan pesan ini.`)
    expect(message.askReply).toEqual({ placeholder: 'Laporan SMG-260310-0007' })
    const restricted = render(
      { kind: 'reportReturned', incident: 'i1', assignment: returned.id },
      { facts: facts(incident([returned], { restricted: true })) },
    )
    expect(restricted.content.text).toContain('\nCatatan: buka kartu, pilih Lihat detail\n')
    expect(restricted.content.text).not.toContain('jumlah unit')
  })

  test('accepted and the incident closed, everybody is told', () => {
    const report = { outcome: 'referred', text: 'x', lines: {}, at: t0, by: budi } as const
    const done = lead(
      notified,
      did('clear'),
      { kind: 'reported', report },
      { by: sari, change: { kind: 'reportAccepted' } },
    )
    const polres = assignment('POLRES', steps(notified, did('receive')), { duty: 'inform' })
    const closed = facts(incident([done, polres], { phase: { status: 'closed', by: sari } }), { training: true })
    expect(
      textOf({ kind: 'closure', incident: 'i1', assignment: done.id }, { facts: closed }),
    ).toBe(`**🟡 GLADI – LATIHAN**
**✅ SMG-260310-0007 DITUTUP**
KEBAKARAN BANGUNAN/RUMAH — P1
📍 Jl. Lodan <gang & permukiman>
Hasil Anda: Dirujuk
Penanganan selesai. Terima kasih, DAMKAR.`)
    expect(textOf({ kind: 'closure', incident: 'i1', assignment: polres.id }, { facts: closed })).toContain(
      'Untuk diketahui POLRES: penanganan sudah selesai.',
    )
  })
})

describe('the list of what the desk is late with', () => {
  const clock = (id: string) => {
    const found = semarang.clocks.find(definition => definition.id === id)
    if (!found) throw new Error(`no clock ${id}`)
    return found
  }
  const list = (overdue: OverdueDesk[]) =>
    shown(
      renderer.deskMessage(
        {
          centre: { code: 'SMG', name: '112 Semarang', timeZone: 'Asia/Jakarta' },
          overdue,
          now: t0 + minutes(9),
          training: false,
        },
        delivery({ kind: 'deskPing' }),
      ).content,
    )

  test('names the step, its limit, since when, and who has it; never the caller', () => {
    const call: OverdueDesk = { clock: clock('S1'), since: t0, who: sari }
    const closing: OverdueDesk = { clock: clock('S7'), since: t0 + minutes(2), number: 'SMG-260310-0007' }
    expect(list([call, closing])).toBe(`**⏰ Batas meja 112 terlewati: 2**
112 Semarang
• Panggilan belum digolongkan (batas 30 detik, lewat 14.05 WIB) – petugas 112 (Sari)
• SMG-260310-0007: Belum ditutup dan diarsipkan (batas 2 menit, lewat 14.07 WIB)`)
  })

  test('says when all is done', () => {
    expect(list([])).toBe('**✅ Batas meja 112: semua sudah beres**\n112 Semarang')
  })
})

describe('notices', () => {
  const notice = (code: string, params = {}) =>
    shown(renderer.notice(delivery({ kind: 'notice', code, params }), false).content)

  test('say who the chat is now', () => {
    expect(notice('pairingDone', { centre: 'SMG', audience: 'grup DAMKAR' })).toBe(
      '✅ Chat ini sekarang terhubung dengan 112 SMG sebagai grup DAMKAR. Ketik /bantuan untuk cara pakai.',
    )
  })

  test('turn refusals into sentences', () => {
    expect(notice('photoInvalid')).toBe('Berkas ini bukan foto yang bisa dibaca (JPEG, PNG, atau WebP).')
  })

  test('of no known code are a defect, not a silent nothing', () => {
    expect(() => notice('toString')).toThrow('no notice is called toString')
  })

  test('are marked in training', () => {
    const message = renderer.notice(delivery({ kind: 'notice', code: 'help', params: {} }), true)
    expect(shown(message.content)).toMatch(/^\*\*🟡 GLADI – LATIHAN\*\*\nCara pakai:/)
  })
})
