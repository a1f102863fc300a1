import { describe, expect, test } from 'vitest'
import type { CardMenu } from '../../../src/application/ports/deliveries.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import type { Assignment, StepChange } from '../../../src/dispatch/incident/assignment.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import {
  assignment,
  budi,
  did,
  facts,
  incident,
  labels,
  lead,
  mergedInto,
  minutes,
  notified,
  sari,
  shown,
  steps,
  t0,
  token,
} from './facts.ts'

type Options = {
  menu?: CardMenu
  doubtful?: boolean
  incident?: Partial<Incident>
  facts?: Parameters<typeof facts>[1]
}

const others = [
  assignment('PLN', steps(notified)),
  assignment('POLRES', steps(notified, did('receive')), { duty: 'inform' }),
]

const render = (own: Assignment, options: Options = {}) =>
  renderer.card(facts(incident([own, ...others], options.incident), options.facts), own.id, token, {
    menu: options.menu ?? null,
    doubtful: options.doubtful ?? false,
  })
const textOf = (own: Assignment, options: Options = {}) => shown(render(own, options).message.content)
const buttonsOf = (own: Assignment, options: Options = {}) => labels(render(own, options).message.buttons)
const lastLines = (own: Assignment, options: Options = {}) => textOf(own, options).split('\n\n').at(-1)

describe('the card', () => {
  test('tells a crew everything that it needs to go, and users’ words as they were typed', () => {
    expect(textOf(lead(notified))).toBe(`**🚨 KEBAKARAN BANGUNAN/RUMAH — P1**
SMG-260310-0007
Dinas Pemadam Kebakaran (DAMKAR), OPD utama

📍 Jl. Lodan <gang & permukiman>
Bandarharjo, Semarang Utara
Patokan: dekat *musala* (fiktif)
[Buka peta](https://maps.google.com/?q=-6.9592,110.4175) (ketelitian ±300 m)

Roda 4: TIDAK bisa masuk
Bahaya: **api, ada anak**
Kondisi: Api di atap_rumah, 100% <b>merambat</b>
Penanganan awal: warga menyiram pakai selang
Korban: 1 luka, 2 terjebak

OPD lain:
• PLN: belum menjawab
• POLRES: sudah tahu, 14.06 WIB

Status: **BELUM DIJAWAB, menunggu jawaban Anda**`)
  })

  test('says above all that it may be a repeat, and that it is a training', () => {
    expect(textOf(lead(notified), { doubtful: true, facts: { training: true } })).toMatch(
      /^\*\*⚠️ ULANG, mungkin ganda\*\*\n\*\*🟡 GLADI – LATIHAN\*\*\n\*\*🚨 KEBAKARAN/,
    )
  })

  test('sent early says what was not asked yet, and what nobody knows', () => {
    const text = textOf(lead(notified), {
      incident: {
        intake: { type: { known: 'KBK-BGN' }, address: { known: 'text/address' }, victims: 'unknown', hazards: [] },
      },
    })
    expect(text).toContain(`📍 Jl. Lodan <gang & permukiman>

Roda 4: belum ditanyakan
Kondisi: belum ditanyakan
Korban: tidak diketahui
`)
  })

  test('of a restricted type keeps place, access and danger, and no fact about the patient', () => {
    const text = textOf(lead(notified), { incident: { restricted: true }, facts: { photoCount: 2 } })
    expect(text).toContain(`Roda 4: TIDAK bisa masuk
Bahaya: **api**
Rincian: pilih Lihat detail setelah Kami tangani
`)
    for (const secret of ['merambat', 'selang', 'luka', 'anak', 'Foto']) expect(text).not.toContain(secret)
    expect(textOf(lead(notified, did('acknowledge')), { incident: { restricted: true } })).toContain(
      'Rincian: pilih Lihat detail\n',
    )
  })

  test('of a restricted type keeps the words of the desk to itself, too', () => {
    const report = { outcome: 'handled', text: 'x', lines: {}, at: t0, by: budi } as const
    const own = lead(
      notified,
      did('clear'),
      { kind: 'reported', report },
      by({ kind: 'reportReturned', remark: 'text/remark' }),
    )
    expect(textOf(own)).toContain('Laporan dikembalikan: sebutkan jumlah unit')
    expect(textOf(own, { incident: { restricted: true } })).toContain('Laporan dikembalikan: pilih Lihat detail')
    const ended = { restricted: true, phase: { status: 'cancelled', at: t0, reason: 'text/reason', by: sari } } as const
    expect(textOf(own, { incident: ended })).toContain('Laporan dikembalikan: tanyakan kepada 112')
  })

  test('never names the caller', () => {
    for (const own of [lead(notified), lead(notified, did('acknowledge'))]) {
      expect(textOf(own)).not.toContain('Rahasia')
    }
  })

  test('shows every text whole, cut only when the message would be too long', () => {
    const long = 'x'.repeat(6000)
    const { message } = render(lead(notified), {
      facts: {
        texts: new Map([
          ['text/address', 'Jl. Lodan'],
          ['text/condition', long],
        ]),
      },
    })
    expect(message.content.text.length).toBeLessThanOrEqual(4096)
    expect(message.content.text).toContain('Kondisi: xxx')
    expect(message.content.text).toContain('x… (selengkapnya: Lihat detail)\nKorban: 1 luka')
    expect(message.content.text).toContain('Status: BELUM DIJAWAB')
  })

  test('never cuts a character in two', () => {
    const texts = new Map([['text/condition', '😀'.repeat(3000)]])
    const { text } = render(lead(notified), { facts: { texts } }).message.content
    expect(() => encodeURIComponent(text)).not.toThrow()
  })
})

const by = (change: StepChange) => ({ by: sari, change })
const report = { outcome: 'handled', text: 'text/report', lines: {}, at: t0, by: budi } as const

describe('each state has its own status line and its own buttons', () => {
  const table: { own: Assignment; says: string; buttons: string[][] }[] = [
    {
      own: lead(),
      says: 'Status: **BELUM DIJAWAB, menunggu jawaban Anda**',
      buttons: [['Kami tangani', 'Meluncur'], ['Tidak bisa']],
    },
    {
      own: lead(notified),
      says: 'Status: **BELUM DIJAWAB, menunggu jawaban Anda**',
      buttons: [['Kami tangani', 'Meluncur'], ['Tidak bisa']],
    },
    {
      own: lead(notified, did('acknowledge')),
      says: 'Status: **KAMI TANGANI – Budi <&_*, 14.06 WIB**',
      buttons: [
        ['Meluncur', 'Tiba di lokasi'],
        ['Minta bantuan', 'Selesai (tanpa ke lokasi)'],
        ['Kembalikan'],
        ['ℹ Lihat detail'],
      ],
    },
    {
      own: lead(notified, did('acknowledge'), did('depart'), did('obstacle'), did('requestBackup')),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Kendala: Budi <&_*, 14.08 WIB
Minta bantuan: Budi <&_*, 14.09 WIB
Status: **MELUNCUR – Budi <&_*, 14.07 WIB**`,
      buttons: [
        ['Tiba di lokasi', 'Kendala'],
        ['Minta bantuan', 'Tidak ditemukan'],
        ['Kembalikan'],
        ['ℹ Lihat detail'],
      ],
    },
    {
      own: lead(notified, by(did('acknowledge')), did('arrive')),
      says: `Diambil oleh petugas 112 (Sari), 14.06 WIB
Status: **DI LOKASI – Budi <&_*, 14.07 WIB**`,
      buttons: [['Selesai', 'Kendala'], ['Minta bantuan', 'Tidak ditemukan'], ['ℹ Lihat detail']],
    },
    {
      own: assignment('DINKES', steps(notified, did('arrive')), { transports: true }),
      says: 'Status: **DI LOKASI – Budi <&_*, 14.06 WIB**',
      buttons: [['Selesai', 'Bawa ke RS'], ['Kendala', 'Minta bantuan'], ['Tidak ditemukan'], ['ℹ Lihat detail']],
    },
    {
      own: assignment('DINKES', steps(notified, did('arrive'), did('transport')), { transports: true }),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **MEMBAWA KE RS – Budi <&_*, 14.07 WIB**`,
      buttons: [['Tiba di RS'], ['ℹ Lihat detail']],
    },
    {
      own: lead(notified, did('notFound')),
      says: `Status: **SELESAI, laporan belum masuk – Budi <&_*, 14.06 WIB**
Hasil: Nihil`,
      buttons: [['Kirim laporan'], ['ℹ Lihat detail']],
    },
    {
      own: lead(notified, did('clear'), { kind: 'reported', report }),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **LAPORAN TERKIRIM, menunggu 112 – Budi <&_*, 14.07 WIB**
Hasil: Tertangani`,
      buttons: [['ℹ Lihat detail']],
    },
    {
      own: lead(
        notified,
        did('clear'),
        { kind: 'reported', report },
        by({ kind: 'reportReturned', remark: 'text/remark' }),
      ),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **SELESAI, laporan belum masuk – Budi <&_*, 14.06 WIB**
Hasil: Tertangani
Laporan dikembalikan: sebutkan jumlah unit`.replace('Diambil oleh Budi <&_*, 14.06 WIB\n', ''),
      buttons: [['Kirim laporan'], ['ℹ Lihat detail']],
    },
    {
      own: lead(notified, did('clear'), { kind: 'reported', report }, by({ kind: 'reportAccepted' })),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **LAPORAN DITERIMA 112 – petugas 112 (Sari), 14.08 WIB**
Hasil: Tertangani`,
      buttons: [['ℹ Lihat detail']],
    },
    {
      own: lead(notified, did('clear'), by({ kind: 'reportWaived', reason: 'text/reason' })),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **SELESAI TANPA LAPORAN – petugas 112 (Sari), 14.07 WIB**`,
      buttons: [['ℹ Lihat detail']],
    },
    {
      own: lead(notified, { kind: 'declined', reason: 'noUnit' }),
      says: `Status: **TIDAK BISA – Budi <&_*, 14.06 WIB**
Alasan: Tidak ada unit`,
      buttons: [],
    },
    {
      own: lead(notified, did('acknowledge'), did('handBack')),
      says: `Diambil oleh Budi <&_*, 14.06 WIB
Status: **DIKEMBALIKAN – Budi <&_*, 14.07 WIB**`,
      buttons: [],
    },
    {
      own: lead(notified, by({ kind: 'stoodDown', reason: 'text/reason' })),
      says: `Status: **DIHENTIKAN – petugas 112 (Sari), 14.06 WIB**
Alasan: salah alamat`,
      buttons: [],
    },
    {
      own: assignment('POLRES', steps(notified), { duty: 'inform' }),
      says: 'Status: **BELUM DIJAWAB, menunggu jawaban Anda**',
      buttons: [['Diterima']],
    },
    {
      own: assignment('POLRES', steps(notified, did('receive')), { duty: 'inform' }),
      says: 'Status: **sudah diketahui – Budi <&_*, 14.06 WIB**',
      buttons: [],
    },
  ]

  for (const { own, says, buttons } of table) {
    test(`${own.agency} ${own.standing.status} after ${own.steps.length} steps`, () => {
      expect(lastLines(own)).toBe(says)
      expect(buttonsOf(own)).toEqual(buttons)
    })
  }
})

describe('what is over says so and has no buttons', () => {
  const cases: [string, Assignment, Partial<Incident>][] = [
    [
      '❌ DIBATALKAN**\nAlasan: salah alamat',
      lead(notified),
      { phase: { status: 'cancelled', at: t0, reason: 'text/reason', by: sari } },
    ],
    ['✅ DITUTUP', lead(notified, did('acknowledge')), { phase: { status: 'closed', by: sari } }],
    ['✅ DITUTUP', lead(notified, did('acknowledge')), { phase: { status: 'archived', at: t0 } }],
    ['🔗 DIGABUNG', lead(notified), { phase: mergedInto('i2') }],
    ['✋ TIDAK BISA', lead(notified, { kind: 'declined', reason: 'notOurs' }), {}],
    ['↩ DIKEMBALIKAN', lead(notified, did('acknowledge'), did('handBack')), {}],
    ['🛑 PENUGASAN DIHENTIKAN', lead(notified, by({ kind: 'stoodDown', reason: 'text/reason' })), {}],
  ]
  for (const [banner, own, change] of cases) {
    test(banner, () => {
      expect(textOf(own, { incident: change }).startsWith(`**${banner}`)).toBe(true)
      expect(render(own, { incident: change })).toMatchObject({ message: { buttons: [] }, refreshAt: null })
    })
  }

  test('a cancelled restricted incident keeps the reason to itself', () => {
    const phase = { status: 'cancelled', at: t0, reason: 'text/reason', by: sari } as const
    expect(textOf(lead(notified), { incident: { phase, restricted: true } })).not.toContain('salah alamat')
  })
})

describe('Urungkan', () => {
  const own = lead(notified, did('acknowledge'))
  const pressedAt = t0 + minutes(1)

  test('shows for two minutes after the change was recorded, and the card knows when it goes', () => {
    const before = render(own, { facts: { now: pressedAt + minutes(2) - 1 } })
    expect(labels(before.message.buttons).at(-1)).toEqual(['↩ Urungkan', 'ℹ Lihat detail'])
    expect(before.refreshAt).toBe(pressedAt + minutes(2))
    const after = render(own, { facts: { now: pressedAt + minutes(2) } })
    expect(labels(after.message.buttons).flat()).not.toContain('↩ Urungkan')
    expect(after.refreshAt).toBeNull()
  })

  test('takes a decline back, too', () => {
    const declined = lead(notified, { kind: 'declined', reason: 'noUnit' })
    expect(buttonsOf(declined, { facts: { now: pressedAt + 1000 } })).toEqual([['↩ Urungkan']])
  })
})

describe('menus take the place of the buttons', () => {
  const until = t0 + minutes(61)

  test('why not', () => {
    const { message, refreshAt } = render(lead(notified), { menu: { kind: 'declineReason', until } })
    expect(labels(message.buttons)).toEqual([
      ['Bukan tugas kami', 'Tidak ada unit'],
      ['Di luar wilayah', 'Laporan ganda'],
      ['Sudah ditangani'],
      ['Kembali'],
    ])
    expect(shown(message.content).split('\n').at(-1)).toBe('**Mengapa tidak bisa? Pilih alasannya:**')
    expect(refreshAt).toBe(until)
  })

  test('are you sure', () => {
    const own = lead(notified, did('arrive'))
    for (const [action, yes] of [
      ['clear', 'Ya, selesai'],
      ['notFound', 'Ya, tidak ditemukan'],
      ['handBack', 'Ya, kembalikan'],
    ] as const) {
      expect(buttonsOf(own, { menu: { kind: 'confirm', action, until } })).toEqual([[yes, 'Batal']])
    }
  })

  test('with what outcome', () => {
    expect(buttonsOf(lead(notified, did('clear')), { menu: { kind: 'outcome', until } })).toEqual([
      ['Tertangani', 'Nihil'],
      ['Dirujuk', 'Dialihkan'],
      ['Kembali'],
    ])
  })

  test('are over when their time is, or when the question is answered', () => {
    const usual = [['Kami tangani', 'Meluncur'], ['Tidak bisa']]
    expect(buttonsOf(lead(notified), { menu: { kind: 'declineReason', until: t0 + minutes(60) } })).toEqual(usual)
    expect(buttonsOf(lead(notified), { menu: { kind: 'outcome', until } })).toEqual(usual)
    expect(buttonsOf(lead(notified, did('clear')), { menu: { kind: 'confirm', action: 'clear', until } })).toEqual([
      ['Kirim laporan'],
      ['ℹ Lihat detail'],
    ])
  })
})
