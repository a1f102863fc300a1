/** Words of what calls: the bar at the foot of the page, and the sound. */
export const signalsId = {
  signals: {
    title: 'Isyarat',
    handOff: 'Kejadian menunggu diambil',
    phone: 'Tugas telepon',
    escalation: 'Batas waktu lewat',
    open: 'Buka',
    seen: 'Sudah dilihat',
    since: (span: string) => `sejak ${span}`,
    others: (count: number) => `${count} lagi`,
    seeAll: 'Tandai semua sudah dilihat',
  },
  sound: {
    on: 'Bunyi',
    hint: 'Bunyi isyarat (D)',
    blocked: 'Bunyi diblokir',
    blockedHint: 'Peramban belum mengizinkan bunyi. Tekan untuk mengizinkan.',
    muted: 'Senyap',
    mutedFor: (minutes: number) => `Senyap ${minutes} mnt`,
    mute: 'Senyapkan selama',
    minutes: (minutes: number) => `${minutes} menit`,
    untilLifted: 'Sampai dibunyikan lagi',
    lift: 'Bunyikan lagi',
    listen: 'Dengarkan contoh',
    tones: { urgent: 'Mendesak', routine: 'Biasa' },
  },
}
