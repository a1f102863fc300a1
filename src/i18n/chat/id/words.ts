/** The closed words of the service as crews and supervisors read them in their chats (Indonesian). */

export const buttonLabels = {
  acknowledge: 'Kami tangani',
  decline: 'Tidak bisa',
  depart: 'Meluncur',
  arrive: 'Tiba di lokasi',
  obstacle: 'Kendala',
  requestBackup: 'Minta bantuan',
  transport: 'Bawa ke RS',
  arriveHospital: 'Tiba di RS',
  clear: 'Selesai',
  clearRemotely: 'Selesai (tanpa ke lokasi)',
  notFound: 'Tidak ditemukan',
  handBack: 'Kembalikan',
  report: 'Kirim laporan',
  receive: 'Diterima',
  undo: '↩ Urungkan',
  detail: 'ℹ Lihat detail',
  privately: 'Isi di chat pribadi',
  takeOver: 'Ambil alih laporan',
  postpone: 'Tunda 15 menit',
  putAway: 'Batalkan laporan',
  finish: 'Selesai menulis',
  takeEscalation: 'Saya tangani',
  back: 'Kembali',
  units: '🚒 Per unit',
  cancelConfirm: 'Batal',
} as const

/** Ends of a unit's button and of its line on the card: "Pancar 01 tiba". */
export const unitMarks = { depart: 'meluncur', arrive: 'tiba', clear: 'selesai' } as const

/** How 112 heard of what it recorded for an agency. */
export const heardVias = { radio: 'radio', phone: 'telepon', inPerson: 'langsung' } as const

/** The yes of "are you sure?", by the action that it confirms. */
export const confirmLabels = {
  clear: 'Ya, selesai',
  notFound: 'Ya, tidak ditemukan',
  handBack: 'Ya, kembalikan',
} as const

export const declineReasons = {
  notOurs: 'Bukan tugas kami',
  noUnit: 'Tidak ada unit',
  outOfArea: 'Di luar wilayah',
  duplicate: 'Laporan ganda',
  handledAlready: 'Sudah ditangani',
} as const

export const reportOutcomes = {
  handled: 'Tertangani',
  nothingFound: 'Nihil',
  referred: 'Dirujuk',
  transferred: 'Dialihkan',
} as const

export const roles = { lead: 'OPD utama', support: 'pendukung', inform: 'untuk diketahui' } as const

/** How an assignment stands, as the end of a sentence: "DAMKAR meluncur". */
export const statuses = {
  alerting: 'belum menjawab',
  notified: 'belum menjawab',
  received: 'sudah tahu',
  acknowledged: 'menangani',
  enRoute: 'meluncur',
  onScene: 'di lokasi',
  transporting: 'membawa ke RS',
  cleared: 'selesai, laporan belum masuk',
  reported: 'selesai, laporan masuk',
  reportAccepted: 'selesai, laporan diterima',
  reportWaived: 'selesai, tanpa laporan',
  declined: 'tidak bisa',
  handedBack: 'mengembalikan tugas',
  stoodDown: 'tugas dihentikan',
} as const

export const victimKinds = {
  injured: 'luka',
  sick: 'sakit',
  trapped: 'terjebak',
  missing: 'hilang',
  dead: 'meninggal',
} as const

export const hazards = {
  fire: 'api',
  powerLine: 'kabel listrik',
  pipedGas: 'pipa gas',
  violent: 'orang mengamuk',
  weapon: 'senjata',
  roadBlocked: 'jalan tertutup',
  child: 'ada anak',
} as const

export const updatedFields = {
  type: 'jenis kejadian',
  location: 'lokasi',
  address: 'alamat',
  landmark: 'patokan',
  point: 'titik peta',
  victims: 'korban',
  hazards: 'bahaya',
  priority: 'prioritas',
} as const

export const priorityMarks = { 1: '🚨', 2: '⚠️', 3: '🔔', 4: 'ℹ️' } as const

export const officer = (name: string): string => `petugas 112 (${name})`
export const systemName = 'sistem'
