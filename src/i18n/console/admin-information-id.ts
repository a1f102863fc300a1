/** Words of the answers that administrators keep. */
export const adminInformationId = {
  informationAdmin: {
    add: 'Tambah informasi',
    search: 'Cari pokok, jawaban, atau penerima',
    topic: 'Pokok',
    topicHint: 'Kata yang diketik operator, misalnya "Listrik padam"',
    answer: 'Jawaban',
    answerHint: 'Yang dibacakan operator kepada penelepon',
    receiver: 'Penanggung jawab',
    phone: 'Telepon',
    referral: 'Diteruskan',
    referralHint: 'Panggilan dirujuk ke penanggung jawab dan ditindaklanjuti sampai diterima',
    referred: 'dirujuk',
    given: 'Diberikan (30 hari)',
    activeHint: 'Yang nonaktif tidak ditawarkan kepada operator',
    empty: 'Belum ada informasi di pusat ini.',
    notFound: 'Tidak ada yang cocok.',
  },
}
