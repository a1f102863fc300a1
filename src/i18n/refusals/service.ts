import { fixed, given, type Say, tooMany } from './sentence.ts'

/** Refusals of the core and of the application around it. */
export const serviceRefusals = {
  unknownUser: fixed('Pengguna tidak ditemukan.', 'The user was not found.'),
  roleUnfit: fixed(
    'Pengguna ini tidak dapat dijadwalkan untuk peran itu.',
    'This user cannot stand on the list in that role.',
  ),
  unknownPeriod: fixed(
    'Periode tidak dikenal. Pilih hari, bulan, atau caturwulan yang ada di kalender.',
    'No such period. Choose a day, a month or a caturwulan that is in the calendar.',
  ),
  nothingToImport: fixed(
    'Tidak ada satu pun baris yang dapat dipakai; tidak ada yang diubah.',
    'Not a single row can be used; nothing was changed.',
  ),
  tooManyPlaces: tooMany({ id: 'tempat', en: 'places' }, 20_000),
  shiftEndsFirst: fixed('Akhir jaga harus sesudah awalnya.', 'A shift ends after it begins.'),
  shiftTooLong: params => ({
    id: `Satu jaga paling lama ${params.hours ?? 744} jam; periksa tanggalnya.`,
    en: `A shift lasts ${params.hours ?? 744} hours at most; look at its dates.`,
  }),
  noChannel: fixed(
    'OPD yang dipilih belum punya chat terpasang; pasang salurannya lebih dulu.',
    'No chat is paired for the agencies chosen; pair their channels first.',
  ),
  testRunning: fixed(
    'Uji saluran masih berjalan di pusat ini; tunggu sampai selesai atau akhiri lebih dulu.',
    'A channel test is running in this centre; wait for its end, or end it first.',
  ),
  testEnded: fixed('Uji saluran ini sudah selesai; terima kasih.', 'This channel test is over; thank you.'),
  alreadyExists: fixed('Sudah ada; tidak ada yang diubah.', 'It exists already; nothing was changed.'),
  notFound: fixed('Tidak ditemukan di pusat ini.', 'Not found in this centre.'),
  alreadyDone: params => ({
    id: `Sudah dilakukan${given(params, 'by', ' oleh ')}; tidak ada yang diubah.`,
    en: `Already done${given(params, 'by', ' by ')}; nothing was changed.`,
  }),
  notNow: fixed(
    'Belum atau tidak lagi bisa dilakukan pada tahap ini; periksa keadaan terbarunya.',
    'Not possible at this stage, not yet or no longer; look at its present state.',
  ),
  intakeIncomplete: params => ({
    id: `Isian belum lengkap${given(params, 'missing', ': huruf ')}; isi atau pilih "tidak diketahui".`,
    en: `The intake is incomplete${given(params, 'missing', ': letters ')}; fill it or choose "unknown".`,
  }),
  unknownType: params => ({
    id: `Jenis kejadian${given(params, 'type', ' "', '"')} tidak dikenal.`,
    en: `The incident type${given(params, 'type', ' "', '"')} is unknown.`,
  }),
  pointOutsideWorld: fixed(
    'Titik ini tidak mungkin: lintang −90 sampai 90, bujur −180 sampai 180, ketelitian 0 sampai 100.000 meter.',
    'There is no such point: latitude −90 to 90, longitude −180 to 180, accuracy 0 to 100,000 metres.',
  ),
  negativeCount: fixed(
    'Jumlah korban harus bilangan bulat, 0 sampai 100.000.',
    'A number of victims is a whole number, 0 to 100,000.',
  ),
  placeMissing: fixed(
    'Tempat kejadian belum diisi; isi lokasi, alamat, patokan, atau titik koordinat.',
    'No place yet: give a location, address, landmark or point.',
  ),
  leadMissing: fixed('Pilih tepat satu OPD utama yang menangani.', 'Choose exactly one lead agency that acts.'),
  duplicateAgency: params => ({
    id: `OPD${given(params, 'agency', ' ')}${given(params, 'post', ' pos ')} sudah ditugaskan pada kejadian ini.`,
    en: `Agency${given(params, 'agency', ' ')}${given(params, 'post', ' post ')} is assigned to this incident already.`,
  }),
  notTaken: fixed(
    'Kejadian belum diambil alih dispatcher; ambil alih dulu.',
    'No dispatcher has taken the incident yet; take it first.',
  ),
  notYourAssignment: fixed(
    'Penugasan ini bukan untuk OPD grup ini.',
    'This assignment does not belong to the agency of this group.',
  ),
  undoExpired: fixed(
    'Batas waktu dua menit untuk mengurungkan sudah lewat.',
    'The two minutes for taking it back have passed.',
  ),
  nothingToUndo: fixed('Tidak ada langkah yang bisa diurungkan.', 'There is no step to take back.'),
  reasonMissing: fixed('Alasan wajib diisi.', 'A reason is required.'),
  timeInFuture: fixed(
    'Waktu yang dicatat belum terjadi; periksa jamnya.',
    'The recorded time lies in the future; check it.',
  ),
  timeBeforeStart: fixed(
    'Waktu yang dicatat lebih awal daripada penugasannya; periksa jamnya.',
    'The recorded time lies before the assignment; check it.',
  ),
  reportsOpen: params => ({
    id: `Belum bisa ditutup: laporan belum diterima${given(params, 'agencies', ' dari ')}.`,
    en: `It cannot be closed yet: reports are still open${given(params, 'agencies', ' from ')}.`,
  }),
  cannotTransport: fixed(
    'OPD ini tidak mengantar pasien ke rumah sakit.',
    'This agency does not bring patients to hospital.',
  ),
  incidentOver: fixed(
    'Kejadian sudah selesai; tidak ada lagi yang bisa diubah.',
    'The incident is over; nothing can be changed any more.',
  ),
  outcomeMissing: fixed('Pilih dulu hasil penanganan.', 'Choose the outcome first.'),
  promptClosed: params => ({
    id: `Pesan laporan ini sudah dibatalkan${given(params, 'by', ' oleh ')}; pilih Kirim laporan di kartu, lalu balas pesan yang baru.`,
    en: `This question for the report was taken back${given(params, 'by', ' by ')}; press Kirim laporan on the card and answer the new one.`,
  }),
  sameIncident: fixed(
    'Kejadian ini tidak dapat digabung dengan dirinya sendiri.',
    'An incident cannot go into itself.',
  ),
  otherCentre: fixed(
    'Kejadian itu milik pusat lain; hanya kejadian satu pusat yang dapat digabung.',
    'That incident is another centre’s; only incidents of one centre can be put together.',
  ),
  alreadyDispatched: params => ({
    id: `Kejadian${given(params, 'number', ' ')} sudah dikirim ke OPD; gunakan "Gabungkan".`,
    en: `Incident${given(params, 'number', ' ')} was sent to agencies already; use "Merge".`,
  }),
  mergeOtherWay: params => ({
    id: `Kejadian${given(params, 'number', ' ')} belum dikirim ke OPD; gabungkan sebaliknya: yang belum dikirim ke yang sudah.`,
    en: `Incident${given(params, 'number', ' ')} was not sent to agencies yet; merge the other way round.`,
  }),
  notAttached: fixed(
    'Panggilan ini tidak dilekatkan ke kejadian lain.',
    'This call is not attached to another incident.',
  ),
  noConflict: fixed(
    'Tidak ada jawaban pelapor yang berbeda untuk isian ini, atau pelapor itu tidak menyebutnya.',
    'Callers do not differ about this field, or that caller said nothing about it.',
  ),
  clockNotRunning: fixed('Batas waktu itu sudah tidak berjalan.', 'That time limit is not running any more.'),
  attemptsMissing: params => ({
    id: `Baru ${params.attempts ?? 0} kali dicoba; coba ${params.wanted ?? 3} kali sebelum berhenti.`,
    en: `Tried ${params.attempts ?? 0} times so far; try ${params.wanted ?? 3} times before giving up.`,
  }),
  timesOutOfOrder: params => ({
    id: `Urutan waktu tidak mungkin${given(params, 'later', ': ')}${given(params, 'earlier', ' lebih awal daripada ')}.`,
    en: `The times contradict each other${given(params, 'later', ': ')}${given(params, 'earlier', ' lies before ')}.`,
  }),
  timeMissing: params => ({
    id: `Waktu belum diisi${given(params, 'field', ': ')}.`,
    en: `A time is missing${given(params, 'field', ': ')}.`,
  }),
  agencyNotTold: params => ({
    id: `OPD${given(params, 'agency', ' ')} belum tercatat diberi tahu: isi jamnya, atau minta alarmnya dikirim sekarang (hanya bila kejadian masih berjalan).`,
    en: `Nobody is known to have told${given(params, 'agency', ' ')}: give the time, or have its alert sent now (only while the incident goes on).`,
  }),
  reopenExpired: fixed(
    'Kejadian hanya bisa dibuka kembali dalam 24 jam setelah ditutup; catat sebagai kejadian baru.',
    'An incident can be reopened within 24 hours of its closing only; open a new one.',
  ),
  sameCentre: fixed(
    'Kejadian ini sudah milik pusat Anda; pilih pusat yang lain.',
    'The incident is with your own centre already; choose another one.',
  ),
  notOwner: fixed(
    'Kejadian sudah diambil alih dispatcher; mintalah dispatcher atau pengawas.',
    'A dispatcher has taken the incident over; ask a dispatcher or a supervisor.',
  ),
  stepNotCorrectable: fixed(
    'Langkah ini tidak bisa dikoreksi; catat yang baru lewat tombolnya.',
    'This step cannot be corrected; record a new one instead.',
  ),
  timeBackwards: fixed(
    'Koreksi ini membuat urutan waktunya terbalik; periksa jam langkah sebelum dan sesudahnya.',
    'This correction would put the steps out of order in time; check the steps before and after it.',
  ),
  stepsImpossible: fixed(
    'Dengan koreksi ini langkah berikutnya jadi tidak mungkin; koreksi dulu langkah itu.',
    'With this correction a later step could not have happened; correct that one first.',
  ),
  unitInvalid: params => ({
    id: `Unit${given(params, 'unit', ' "', '"')} tidak bisa dipakai: satu baris pendek, tidak dobel, hanya untuk OPD yang menangani${given(params, 'limit', ', paling banyak ', ' unit')}.`,
    en: `The unit${given(params, 'unit', ' "', '"')} cannot be used: one short line, not twice, only for agencies that act${given(params, 'limit', ', at most ', ' units')}.`,
  }),
  unknownUnit: params => ({
    id: `Unit${given(params, 'unit', ' "', '"')} tidak ada pada penugasan ini.`,
    en: `The unit${given(params, 'unit', ' "', '"')} is not on this assignment.`,
  }),

  messageEmpty: fixed('Tulis pesannya atau kirim titiknya.', 'Write the message, or send the point.'),
  pointMissing: fixed(
    'Titik koordinat kejadian belum diisi; peta tidak bisa dikirim.',
    'The incident has no point yet; there is no map to send.',
  ),
  nobodyToTell: fixed('Belum ada OPD yang bertugas pada kejadian ini.', 'No agency works on this incident yet.'),
  nothingToConfirm: fixed(
    'Tidak ada pertanyaan yang menunggu jawaban; pilih sekali lagi.',
    'No question is waiting for an answer; press the button once more.',
  ),

  unknownCentre: fixed('Pusat 112 ini tidak dikenal.', 'This 112 centre is unknown.'),
  centreClosed: fixed('Pusat 112 ini sudah tidak menerima panggilan.', 'This 112 centre takes no more calls.'),
  unknownAgency: params => ({
    id: `OPD${given(params, 'agency', ' ')} tidak terdaftar di pusat ini.`,
    en: `Agency${given(params, 'agency', ' ')} is not registered in this centre.`,
  }),
  unknownPost: params => ({
    id: `Pos${given(params, 'post', ' ')}${given(params, 'agency', ' dari ')} tidak terdaftar atau tidak aktif.`,
    en: `Post${given(params, 'post', ' ')}${given(params, 'agency', ' of ')} is not registered, or not active.`,
  }),
  unknownChat: fixed(
    'Obrolan ini belum dipasangkan; minta kode kepada administrator lalu ketik /pasang KODE.',
    'This chat is not paired; ask the administrator for a code and type /pasang CODE.',
  ),
  otherChat: fixed(
    'Kartu ini milik grup lain; tidak ada yang diubah.',
    'This button belongs to another group; nothing was changed.',
  ),
  unknownToken: fixed(
    'Pilihan ini tidak berlaku lagi; pakai kartu yang terbaru.',
    'This button is no longer valid; use the newest card.',
  ),
  textTooLong: params => ({
    id: `Teks terlalu panjang${given(params, 'limit', ': paling banyak ', ' huruf')}.`,
    en: `The text is too long${given(params, 'limit', ': at most ', ' characters')}.`,
  }),
  textEmpty: fixed('Teks tidak boleh kosong.', 'The text must not be empty.'),
  photoInvalid: fixed(
    'Berkas ini bukan foto yang bisa dibaca (JPEG, PNG, atau WebP).',
    'This file is no readable photo (JPEG, PNG or WebP).',
  ),
  photoTooLarge: fixed('Foto terlalu besar; kirim yang lebih kecil.', 'The photo is too large; send a smaller one.'),
  tooManyPhotos: params => ({
    id: `Foto sudah cukup${given(params, 'limit', ': paling banyak ', ' untuk satu OPD')}; foto ini tidak disimpan.`,
    en: `There are photos enough${given(params, 'limit', ': at most ', ' of one agency')}; this one was not kept.`,
  }),
  linkExpired: fixed(
    'Tautan ini sudah kedaluwarsa; pilih Isi di chat pribadi di kartu.',
    'This link has expired; press Isi di chat pribadi on the card.',
  ),
  notAMember: fixed(
    'Tautan ini hanya untuk anggota grup OPD itu. Anggota grup? Tekan dulu satu tombol di kartu, lalu buka tautannya lagi.',
    'This link is for members of that group only. If you are one, press a button on the card first and open it again.',
  ),
  codeInvalid: fixed(
    'Kode pasang salah, sudah dipakai, atau kedaluwarsa; minta kode baru kepada administrator.',
    'The pairing code is wrong, used or expired; ask the administrator for a new one.',
  ),
  privateChatNeeded: fixed(
    'Kode ini untuk chat pribadi dengan bot, bukan untuk grup; kodenya masih berlaku, ketik di sana.',
    'This code is for a private chat with the bot, not for a group; it is still good, type it there.',
  ),
  groupNeeded: fixed(
    'Kode ini untuk grup, bukan untuk chat pribadi; kodenya masih berlaku, ketik di grupnya.',
    'This code is for a group, not for a private chat; it is still good, type it in the group.',
  ),
  changedMeanwhile: params => ({
    id: `Baru saja diubah orang lain${given(params, 'fields', ': ')}; muat ulang lalu ulangi perubahan Anda.`,
    en: `Somebody else changed it meanwhile${given(params, 'fields', ': ')}; load it again and repeat your change.`,
  }),
  rulesInvalid: params => ({
    id: `Aturan belum bisa disimpan${given(params, 'count', ': ada ', ' kesalahan')}; perbaiki bagian yang ditandai.`,
    en: `The rules cannot be kept yet${given(params, 'count', ': ', ' mistakes')}; mend the parts named.`,
  }),
  ruleChangedMeanwhile: params => ({
    id: `Aturan ini baru saja diubah${given(params, 'by', ' oleh ')}; muat ulang lalu ulangi perubahan Anda.`,
    en: `These rules were changed meanwhile${given(params, 'by', ' by ')}; load them again and repeat your change.`,
  }),
  otherStandard: fixed(
    'Versi itu milik profil SOP lain; ganti dulu profil pusat ini.',
    'That version belongs to another SOP profile; change the profile of the centre first.',
  ),
  tryAgain: fixed(
    'Sistem sedang sibuk; tidak ada yang diubah, silakan coba lagi.',
    'The system is busy; nothing was changed, please try again.',
  ),
} as const satisfies Record<string, Say>
