import type { RefusalParams, Sentence } from './refusals.ts'

type Say = (params: RefusalParams) => Sentence

const fixed =
  (id: string, en: string): Say =>
  () => ({ id, en })

const said = (params: RefusalParams, name: string): string => String(params[name] ?? '–')

/** What is wrong with run cards or a profile that an administrator wrote, one sentence in each language. */
export const ruleProblemSentences = {
  noCards: fixed('Harus ada paling sedikit satu jenis kejadian.', 'There must be at least one type of incident.'),
  cardCodeInvalid: params => ({
    id: `Kode ${said(params, 'code')} tidak sesuai: huruf besar, angka, dan tanda hubung, paling banyak 20.`,
    en: `The code ${said(params, 'code')} does not fit: capital letters, digits and hyphens, at most 20.`,
  }),
  cardCodeTwice: params => ({
    id: `Kode ${said(params, 'code')} dipakai lebih dari sekali.`,
    en: `The code ${said(params, 'code')} is used more than once.`,
  }),
  nameMissing: params => ({
    id: `${said(params, 'code')} belum bernama dalam kedua bahasa.`,
    en: `${said(params, 'code')} has no name in both languages.`,
  }),
  priorityInvalid: params => ({
    id: `Prioritas ${said(params, 'priority')} tidak ada: pilih 1 sampai 4.`,
    en: `There is no priority ${said(params, 'priority')}: choose 1 to 4.`,
  }),
  agencyUnknown: params => ({
    id: `OPD ${said(params, 'agency')} tidak terdaftar di pusat ini.`,
    en: `Agency ${said(params, 'agency')} is not registered in this centre.`,
  }),
  agencyNotRegistered: params => ({
    id: `OPD ${said(params, 'agency')} belum terdaftar; tidak akan diusulkan sampai didaftarkan.`,
    en: `Agency ${said(params, 'agency')} is not registered yet; it is not proposed until it is.`,
  }),
  agencyTwice: params => ({
    id: `${said(params, 'agency')} tertulis dua kali dengan syarat yang sama.`,
    en: `${said(params, 'agency')} stands there twice under the same condition.`,
  }),
  leadInSupport: params => ({
    id: `${said(params, 'agency')} sudah OPD utama; hapus dari OPD pendukung.`,
    en: `${said(params, 'agency')} leads already; take it out of the support.`,
  }),
  leadRuleTwice: params => ({
    id: `Dua aturan mengganti OPD utama untuk syarat ${said(params, 'fact')}.`,
    en: `Two rules replace the lead for the fact ${said(params, 'fact')}.`,
  }),
  leadKeepsItself: params => ({
    id: `${said(params, 'agency')} menjadi OPD utama sekaligus "tetap dikirim"; pilih salah satu.`,
    en: `${said(params, 'agency')} leads and is kept beside itself; choose one.`,
  }),
  raiseDoesNothing: params => ({
    id: `Kenaikan ke prioritas ${said(params, 'to')} tidak menaikkan apa pun (awalnya ${said(params, 'priority')}).`,
    en: `Raising to priority ${said(params, 'to')} raises nothing (it begins at ${said(params, 'priority')}).`,
  }),
  factUnknown: params => ({
    id: `Syarat ${said(params, 'fact')} tidak dikenal.`,
    en: `The fact ${said(params, 'fact')} is unknown.`,
  }),
  substituteOfItself: params => ({
    id: `${said(params, 'agency')} tidak bisa menjadi pengganti dirinya sendiri.`,
    en: `${said(params, 'agency')} cannot stand in for itself.`,
  }),
  substituteTwice: params => ({
    id: `Pengganti ${said(params, 'agency')} tertulis dua kali.`,
    en: `The substitute ${said(params, 'agency')} stands there twice.`,
  }),

  noClocks: fixed('Harus ada paling sedikit satu batas waktu.', 'There must be at least one time limit.'),
  clockIdInvalid: params => ({
    id: `Kode batas waktu ${said(params, 'clock')} tidak sesuai: huruf dan angka, diawali huruf, paling banyak 16.`,
    en: `The clock's code ${said(params, 'clock')} does not fit: letters and digits, a letter first, at most 16.`,
  }),
  clockIdTwice: params => ({
    id: `Kode batas waktu ${said(params, 'clock')} dipakai lebih dari sekali.`,
    en: `The clock's code ${said(params, 'clock')} is used more than once.`,
  }),
  wordUnknown: params => ({
    id: `Kata "${said(params, 'word')}" tidak dikenal di sini.`,
    en: `The word "${said(params, 'word')}" is not known here.`,
  }),
  stopMissing: params => ({
    id: `Batas waktu ${said(params, 'clock')} tidak pernah berhenti; sebutkan penghentinya.`,
    en: `The clock ${said(params, 'clock')} never stops; name what stops it.`,
  }),
  stopTwice: params => ({
    id: `Penghenti ${said(params, 'mark')} tertulis dua kali.`,
    en: `The stop ${said(params, 'mark')} stands there twice.`,
  }),
  startIsStop: params => ({
    id: `${said(params, 'mark')} memulai sekaligus menghentikan batas waktu ini.`,
    en: `${said(params, 'mark')} both starts and stops this clock.`,
  }),
  markNotInScope: params => ({
    id: `${said(params, 'mark')} tidak bisa diketahui untuk cakupan ${said(params, 'scope')}.`,
    en: `${said(params, 'mark')} cannot be told in the scope ${said(params, 'scope')}.`,
  }),
  kindNotForScope: params => ({
    id: `Jenis ${said(params, 'kind')} tidak cocok dengan cakupan ${said(params, 'scope')}.`,
    en: `The kind ${said(params, 'kind')} does not fit the scope ${said(params, 'scope')}.`,
  }),
  classesNotForScope: params => ({
    id: `Golongan panggilan tidak berlaku untuk cakupan ${said(params, 'scope')}.`,
    en: `Classes of calls mean nothing in the scope ${said(params, 'scope')}.`,
  }),
  targetInvalid: fixed(
    'Target harus bilangan bulat detik, 1 detik sampai 7 hari.',
    'A target is a whole number of seconds, 1 second to 7 days.',
  ),
  limitInvalid: fixed(
    'Batas harus bilangan bulat detik, 1 detik sampai 7 hari.',
    'A limit is a whole number of seconds, 1 second to 7 days.',
  ),
  limitBelowTarget: params => ({
    id: `Batas ${said(params, 'limit')} detik lebih pendek daripada target ${said(params, 'target')} detik.`,
    en: `The limit of ${said(params, 'limit')} s is shorter than the target of ${said(params, 'target')} s.`,
  }),
  rungInvalid: params => ({
    id: `Anak tangga ${said(params, 'at')} tidak sesuai: lebih dari 0, paling banyak 10 kali batas.`,
    en: `The rung ${said(params, 'at')} does not fit: above 0, at most 10 times the limit.`,
  }),
  rungsNotAscending: fixed('Anak tangga harus berurutan naik.', 'The rungs must ascend.'),
  rungNameInvalid: params => ({
    id: `Nama anak tangga ${said(params, 'name')} tidak sesuai: 2 sampai 20 huruf, diawali huruf kecil.`,
    en: `The rung's name ${said(params, 'name')} does not fit: 2 to 20 letters, a small one first.`,
  }),
  rungNameTwice: params => ({
    id: `Nama anak tangga ${said(params, 'name')} dipakai dua kali.`,
    en: `The rung's name ${said(params, 'name')} is used twice.`,
  }),
  rungPingsTwice: params => ({
    id: `${said(params, 'recipient')} tertulis dua kali sebagai penerima.`,
    en: `${said(params, 'recipient')} stands there twice as a recipient.`,
  }),
  rungNameShared: params => ({
    id: `Anak tangga ${said(params, 'name')} ada di tangga P1/P2 dan P3/P4; beri nama lain di salah satunya.`,
    en: `The rung ${said(params, 'name')} stands in the ladders for P1/P2 and P3/P4; name one of them otherwise.`,
  }),
  repeatTooOften: fixed(
    'Pengulangan harus bilangan bulat detik, 60 detik sampai 1 hari.',
    'A repetition is a whole number of seconds, 60 seconds to 1 day.',
  ),
  repeatWithoutRungs: fixed(
    'Pengulangan memerlukan paling sedikit satu anak tangga sebelumnya.',
    'A repetition needs at least one rung before it.',
  ),
  repeatPingsNobody: fixed('Pengulangan tidak mengingatkan siapa pun.', 'The repetition pings nobody.'),
  neverEscalates: fixed(
    'Pelanggaran P1/P2 tidak akan memberi tahu siapa pun; standar seperti ini ditolak.',
    'Nobody would hear of a breach at P1/P2; such a standard is refused.',
  ),
  unansweredForgotten: fixed(
    'OPD yang tidak menjawab tidak akan dikejar: perlu batas "respons" dari pemberitahuan sampai jawaban, dengan tugas telepon atau pengulangan.',
    'An agency that does not answer would not be pursued: a response clock from the notice to the answer is needed, with a phone task or a repetition.',
  ),
  publishedClockChanged: params => ({
    id: `${said(params, 'clock')} menyimpang dari angka standar yang terbit; ditampilkan sebagai diubah.`,
    en: `${said(params, 'clock')} departs from the published figure; it is shown as changed.`,
  }),
  publishedClockRemoved: params => ({
    id: `${said(params, 'clock')} ada di standar yang terbit dan tidak lagi diukur.`,
    en: `${said(params, 'clock')} stands in the published standard and is not measured any more.`,
  }),
} as const satisfies Record<string, Say>
