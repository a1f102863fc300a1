/** Reminders to agencies and pings to supervisors. */

/** What a clock still waits for, by the mark that would stop it. */
export const waitingFor = {
  'call.classified': 'panggilan belum digolongkan',
  'intake.submitted': 'isian a–h belum dikirim',
  'call.ended': 'panggilan belum ditutup',
  'dispatch.allDelivered': 'belum semua OPD menerima kiriman',
  'response.confirmed': 'kesiapan OPD belum dipastikan',
  'dispatcher.taken': 'belum diambil dispatcher',
  'assignment.answered': 'belum diterima',
  'assignment.onScene': 'belum tiba di lokasi',
  'assignment.reported': 'laporan belum masuk',
  'assignment.reportAccepted': 'laporan belum diterima 112',
  'reports.allAccepted': 'laporan belum lengkap',
  'incident.archived': 'belum ditutup dan diarsipkan',
} as const

/** to the agency itself, which has sent none: whether 112 accepts it is not its concern yet */
export const reportAwaited = waitingFor['assignment.reported']

export const pingTitle = (agencies: string, waiting: string): string =>
  agencies === '' ? `⏰ ${sentence(waiting)}` : `⏰ ${agencies}: ${waiting}`
export const reminderTitle = (agency: string, waiting: string): string => `⏰ PENGINGAT ${agency}: ${waiting}`
export const settledTitle = (name: string): string => `✅ Sudah beres: ${name}`
export const over = (clock: string, limit: string, by: string): string => `${clock}: batas ${limit}, sudah lewat ${by}`
export const left = (clock: string, limit: string, rest: string): string => `${clock}: batas ${limit}, tinggal ${rest}`
export const taken = (by: string, time: string): string => `✋ Ditangani ${by}, ${time}`
export const lastTaken = (by: string, time: string): string => `Terakhir ditangani ${by}, ${time}`
export const internalTarget = ' (target internal)'
/** a centre's own figure in the place of a published one */
export const changedTarget = (published: string): string => ` (diubah; standar ${published})`
export const repetition = (number: number): string => `Pengingat ulang ke-${number}`
export const dutyPhone = (agency: string, phone: string): string => `Telepon piket ${agency}: ${phone}`
export const noDutyPhone = (agency: string): string => `Nomor telepon ${agency} belum terdaftar`

export const deskTitle = (count: number): string => `⏰ Batas meja 112 terlewati: ${count}`
export const deskSettled = '✅ Batas meja 112: semua sudah beres'
export const deskLine = (number: string, waiting: string, limit: string, since: string): string =>
  `• ${number === '' ? '' : `${number}: `}${sentence(waiting)} (batas ${limit}, lewat ${since})`

export const helpTitles = {
  declined: (agency: string) => `✋ ${agency} TIDAK BISA`,
  handedBack: (agency: string) => `↩ ${agency} MENGEMBALIKAN TUGAS`,
  backup: (agency: string) => `🆘 ${agency} MINTA BANTUAN`,
  obstacle: (agency: string) => `🚧 ${agency} ADA KENDALA`,
  unreachable: (agency: string) => `📵 ${agency} TIDAK TERJANGKAU, telepon sekarang`,
  phonesSilent: (agency: string) => `📵 ${agency}: SEMUA NOMOR TIDAK DIANGKAT`,
  unattended: (agency: string) => `🛟 PERINGATAN KE ${agency} TERHENTI, telepon sekarang`,
  nobodyLeft: () => '🚨 TIDAK ADA OPD YANG MENANGANI',
  reportOverdue: (agency: string) => `📝 LAPORAN ${agency} TERLAMBAT`,
  sitrepOverdue: (agency: string) => `🧭 SITREP ${agency} BELUM MASUK`,
  handOverRefused: () => '↩ PUSAT TETANGGA TIDAK MENERIMA',
  handOverReceived: () => '📨 KEJADIAN DARI PUSAT TETANGGA',
} as const

export const handOverRefused = (centre: string): string => `↩ ${centre} TIDAK MENERIMA, kejadian tetap milik kita`
export const because = (reason: string): string => `Alasan: ${reason}`
export const reported = (by: string, time: string): string => `Dilaporkan ${by}, ${time}`
export const since = (time: string): string => `Sejak ${time}`
export const substitutes = (agencies: string): string => `Usulan pengganti: ${agencies}`
export const settledBy = (by: string, time: string): string => `Sudah ditindaklanjuti ${by}, ${time}`
export const notLookedAfter = 'Belum ada yang menindaklanjuti'
export const settled = (time: string): string => `Sudah ditindaklanjuti, ${time}`

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
