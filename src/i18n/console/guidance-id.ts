/**
 * What to ask and what to advise, by run card; `other` is for types that a centre added. In our own words, after common
 * first aid and the agencies' public safety advice: three questions that decide what is sent, then what keeps people
 * alive until the crew is there. The first advice is the most important.
 */
export const guidanceId = {
  other: {
    ask: [
      'Apa yang terjadi, dan apakah masih berlangsung?',
      'Adakah yang terluka atau terancam? Berapa orang?',
      'Apakah Anda sendiri aman di tempat Anda sekarang?',
    ],
    tell: [
      'Menjauh dari bahaya; jangan mengambil risiko untuk menolong.',
      'Telepon tetap aktif; petugas mungkin menghubungi Anda.',
      'Bila keadaan berubah, telepon 112 lagi.',
    ],
  },
  'KBK-BGN': {
    ask: [
      'Apakah semua orang sudah keluar? Siapa masih di dalam, di bagian mana?',
      'Apa yang terbakar, dan sebesar apa? Berapa lantai, rapat dengan rumah lain?',
      'Adakah tabung gas, listrik yang masih menyala, atau bahan kimia?',
    ],
    tell: [
      'Keluar sekarang, tutup pintu, jangan kembali mengambil barang.',
      'Di dalam asap: merangkak rendah, tutup hidung dengan kain basah.',
      'Terjebak: tutup pintu, sumbat celah dengan kain, beri tanda dari jendela.',
      'Matikan listrik dari meteran hanya bila dapat dicapai tanpa melewati asap.',
      'Jangan menyiram kebakaran listrik atau minyak dengan air.',
      'Tunggu petugas di jalan besar, buka jalan untuk mobil pemadam.',
    ],
  },
  'KBK-KDR': {
    ask: [
      'Masih adakah orang di dalam kendaraan?',
      'Kendaraan apa: mobil, truk muatan, tangki, listrik, atau berbahan bakar gas?',
      'Di sisi mana jalannya, dekat kilometer atau bangunan apa?',
    ],
    tell: [
      'Menjauh paling sedikit 50 meter; truk tangki atau gas 800 meter.',
      'Berdiri di arah datangnya angin, di luar badan jalan.',
      'Jangan membuka kap mesin.',
      'Matikan mesin hanya bila api masih kecil dan kunci mudah dicapai.',
    ],
  },
  'KBK-LHN': {
    ask: [
      'Apa yang terbakar dan seluas apa? Ke mana angin membawa api?',
      'Seberapa dekat rumah, kabel listrik, atau jalan ramai?',
      'Dari mana mobil pemadam bisa masuk, dan adakah sumber air?',
    ],
    tell: [
      'Menjauh ke arah datangnya angin; jangan masuk ke tengah asap.',
      'Tutup jendela rumah di sekitar, jauhkan barang yang mudah terbakar.',
      'Anak, orang tua, dan yang sesak napas masuk ke ruang tertutup atau menjauh.',
      'Nyalakan lampu kendaraan; jangan menembus asap tebal.',
    ],
  },
  GAS: {
    ask: [
      'Bau atau asap apa, dari tabung, pipa, atau tangki mana?',
      'Adakah yang pusing, sesak, atau pingsan?',
      'Di dalam ruangan atau di luar, dan sudah adakah api?',
    ],
    tell: [
      'Keluar sekarang, menjauh ke arah datangnya angin.',
      'Jangan menyalakan api, rokok, sakelar, atau mesin; jangan mencabut colokan.',
      'Tutup katup tabung dan buka pintu hanya bila bisa sambil keluar.',
      'Telepon dari luar, bukan di dekat kebocoran.',
      'Jangan masuk menolong yang pingsan di ruang tertutup: tunggu petugas.',
      'Terkena cairan: lepas pakaian, bilas dengan air mengalir 20 menit.',
    ],
  },
  LISTRIK: {
    ask: [
      'Adakah orang yang tersengat, atau masih menempel pada listrik?',
      'Kabelnya putus sampai tanah, terendam air, atau mengenai kendaraan?',
      'Adakah api atau percikan? Nomor tiang atau gardu yang terbaca?',
    ],
    tell: [
      'Semua menjauh paling sedikit 10 meter; anggap kabel masih beraliran.',
      'Jangan menyentuh korban sebelum listrik padam; matikan dari meteran bila bisa.',
      'Di dalam mobil yang terkena kabel: tetap di dalam, jangan menyentuh badan mobil.',
      'Jangan menyiram air; jauhi genangan di sekitarnya.',
      'Sesudah aman dan korban tidak bernapas: mulai tekanan dada.',
    ],
  },
  MED: {
    ask: [
      'Apakah ia sadar dan menjawab? Apakah napasnya normal?',
      'Apa keluhannya: nyeri dada, sesak, lumpuh sebelah, kejang, perdarahan? Sejak jam berapa?',
      'Berapa umurnya; adakah penyakit, obat, atau alergi?',
    ],
    tell: [
      'Tidak sadar dan tidak bernapas normal: tekan tengah dada kuat dan cepat, 100–120 kali per menit, jangan berhenti.',
      'Tidak sadar tetapi bernapas: miringkan badannya, jaga jalan napas.',
      'Perdarahan: tekan kuat dengan kain bersih, jangan dilepas.',
      'Nyeri dada atau sesak: dudukkan, longgarkan pakaian, jangan berjalan.',
      'Kejang: jauhkan benda keras, jangan ditahan, jangan memasukkan apa pun ke mulut.',
      'Jangan beri makan, minum, atau obat milik orang lain.',
    ],
  },
  'MED-LHR': {
    ask: [
      'Berapa bulan kandungannya, anak keberapa, dan seberapa rapat mulasnya?',
      'Ketuban pecah, perdarahan, kejang, atau terasa ingin mengejan?',
      'Apakah kepala bayi sudah terlihat atau bayi sudah lahir?',
    ],
    tell: [
      'Baringkan miring ke kiri di tempat hangat; jangan ditinggal sendiri.',
      'Jangan menahan bayi, jangan menarik kepala atau tali pusat.',
      'Bayi lahir: keringkan, letakkan di dada ibu, selimuti keduanya.',
      'Bayi tidak bernapas: gosok punggungnya dengan kain kering, beri tahu kami segera.',
      'Tali pusat tidak perlu dipotong; tunggu petugas.',
      'Perdarahan banyak sesudah lahir: baringkan, usap perut bawah dengan kuat, susui bayi.',
    ],
  },
  AMB: {
    ask: [
      'Apakah keadaannya stabil: sadar, bernapas biasa, tidak nyeri dada?',
      'Dari mana ke mana, jam berapa, dan sudahkah rumah sakit menerima?',
      'Bisa duduk atau harus berbaring? Perlu oksigen, infus, tandu di tangga?',
    ],
    tell: [
      'Bila memburuk (sesak, tidak sadar), telepon 112 lagi: ini menjadi darurat.',
      'Siapkan kartu identitas, jaminan kesehatan, surat rujukan, dan obatnya.',
      'Satu pendamping ikut; kosongkan jalan dari kamar ke pintu.',
    ],
  },
  HCR: {
    ask: [
      'Apa keluhannya, sejak kapan, dan apakah ia bisa bangun?',
      'Adakah sesak, nyeri dada, tidak sadar, atau perdarahan sekarang?',
      'Siapa yang mendampingi, dan kapan petugas bisa datang?',
    ],
    tell: [
      'Bila ada sesak, nyeri dada, atau tidak sadar: telepon 112 lagi segera.',
      'Siapkan obat, hasil pemeriksaan, dan kartu jaminan.',
      'Telepon tetap aktif; petugas akan menghubungi sebelum datang.',
    ],
  },
  JNZ: {
    ask: [
      'Di mana jenazah, dan sudahkah dokter menyatakan meninggal?',
      'Ke mana diantar, dan kapan?',
      'Lantai berapa; berapa orang bisa membantu mengangkat?',
    ],
    tell: [
      'Belum ada dokter yang memastikan dan Anda ragu: katakan, kami kirim pertolongan dahulu.',
      'Siapkan surat keterangan kematian dan identitas.',
      'Meninggal mendadak atau tidak wajar: jangan memindahkan apa pun, polisi kami beri tahu.',
    ],
  },
  LAKA: {
    ask: [
      'Berapa korban? Adakah yang tidak sadar, terjepit, atau berdarah banyak?',
      'Kendaraan apa saja; adakah api, tumpahan, atau muatan berbahaya?',
      'Di jalur mana, arah ke mana, dekat bangunan atau kilometer berapa?',
    ],
    tell: [
      'Jangan dipindahkan, kecuali ada api atau bahaya lain; jaga kepala dan leher tetap lurus.',
      'Jangan melepas helm, kecuali ia tidak bernapas.',
      'Perdarahan: tekan kuat dengan kain bersih sampai petugas datang.',
      'Beri tanda dari jauh, nyalakan lampu bahaya, berdiri di luar jalur.',
      'Tidak bernapas: tekan tengah dada kuat dan cepat, jangan berhenti.',
      'Jangan beri minum; selimuti korban.',
    ],
  },
  LALIN: {
    ask: [
      'Apa penghalangnya: lampu mati, kendaraan mogok, pohon, genangan?',
      'Arah mana yang tertutup, dan adakah yang terluka?',
      'Bisakah ambulans dan pemadam masih lewat?',
    ],
    tell: [
      'Jangan berdiri di tengah jalan untuk mengatur lalu lintas.',
      'Mogok: nyalakan lampu bahaya, pasang segitiga, turun di sisi yang aman.',
      'Beri jalan untuk kendaraan darurat.',
    ],
  },
  KA: {
    ask: [
      'Apakah masih ada orang atau kendaraan di rel, dan terjepitkah?',
      'Berapa korban dan bagaimana keadaannya?',
      'Perlintasan atau kilometer berapa; apakah kereta sudah berhenti?',
    ],
    tell: [
      'Semua menjauh dari rel, kereta dari arah lain masih bisa datang.',
      'Kendaraan mogok di rel: tinggalkan sekarang, lari menjauh serong ke arah datangnya kereta.',
      'Jangan menyentuh kabel atau tiang listrik di atas rel.',
      'Jangan masuk ke bawah kereta; korban yang terjepit dijaga dan diajak bicara.',
    ],
  },
  JEPIT: {
    ask: [
      'Bagian badan mana yang terjepit, oleh apa, sudah berapa lama?',
      'Apakah ia sadar, bernapas baik, berdarah banyak?',
      'Mesin sudah mati? Adakah gas, tanah labil, ketinggian, atau ruang tertutup?',
    ],
    tell: [
      'Matikan mesin dan listriknya; jangan mencoba menarik korban.',
      'Jangan masuk ke sumur, tangki, atau galian untuk menolong.',
      'Jepitan berat lebih dari 15 menit: jangan dilepas sebelum petugas medis siap.',
      'Perdarahan: tekan kuat; bagian yang putus dibungkus bersih dan didinginkan.',
      'Ajak bicara, selimuti, jangan beri makan atau minum.',
    ],
  },
  LAUT: {
    ask: [
      'Berapa orang, memakai pelampung atau tidak, masih terlihat?',
      'Kapan dan di mana terakhir terlihat; ke mana arus dan angin?',
      'Kapal apa, warna apa, nomor telepon atau radio di kapal?',
    ],
    tell: [
      'Jangan berenang menolong; lempar pelampung, jeriken kosong, atau tali.',
      'Terus awasi dan tunjuk tempatnya; jangan lepas pandangan.',
      'Di air: berkumpul, lutut ke dada, hemat tenaga, jangan melepas pakaian.',
      'Di kapal: semua memakai pelampung, kirim koordinat, hemat baterai.',
      'Terseret arus balik: jangan melawan, mengapung, berenang ke samping.',
    ],
  },
  TGLM: {
    ask: [
      'Apakah ia masih terlihat? Berapa orang, umur berapa?',
      'Kapan dan di titik mana terakhir terlihat; seberapa deras dan dalam?',
      'Bila sudah diangkat: apakah ia bernapas?',
    ],
    tell: [
      'Jangan terjun menolong; ulurkan galah, lempar tali, jeriken, atau ban.',
      'Terus awasi titik terakhir; satu orang menyusuri hilir dari tepi.',
      'Sudah diangkat dan tidak bernapas: beri napas buatan bila bisa, lalu tekanan dada tanpa henti.',
      'Jangan menekan perut atau menggantung kaki untuk mengeluarkan air.',
      'Bernapas: miringkan, lepas pakaian basah, selimuti.',
    ],
  },
  BJR: {
    ask: [
      'Setinggi apa airnya dan masih naikkah? Seberapa deras?',
      'Adakah yang terjebak: bayi, hamil, lansia, sakit, difabel? Berapa orang, di lantai mana?',
      'Apakah listrik sudah padam; lewat mana perahu bisa masuk?',
    ],
    tell: [
      'Naik ke tempat tinggi sekarang; jangan menunggu di rumah satu lantai.',
      'Matikan listrik dari meteran bila belum terendam; jangan menyentuh yang basah.',
      'Jangan berjalan atau berkendara menembus arus, walau setinggi lutut.',
      'Bawa obat, dokumen, air minum, telepon, senter.',
      'Beri tanda dengan kain terang atau senter.',
    ],
  },
  ROB: {
    ask: [
      'Setinggi apa air pasangnya, dan sampai mana?',
      'Adakah yang terjebak atau perlu dibawa keluar: sakit, hamil, lansia, bayi?',
      'Jalan mana yang terputus; adakah tanggul atau pompa yang rusak?',
    ],
    tell: [
      'Pindah ke tempat tinggi sebelum puncak pasang.',
      'Matikan listrik dari meteran bila belum terendam.',
      'Jangan menerobos jalan yang terendam dengan motor.',
      'Jauhi tanggul yang retak atau merembes.',
    ],
  },
  LSR: {
    ask: [
      'Adakah yang tertimbun atau terjebak? Berapa orang, di titik mana?',
      'Masih bergerakkah tanahnya; adakah retakan atau rembesan baru?',
      'Rumah mana lagi yang terancam; jalan mana yang masih bisa dilalui?',
    ],
    tell: [
      'Semua keluar dari lereng dan bawahnya; longsor susulan bisa datang.',
      'Jangan menggali sendiri di bawah tebing yang masih bergerak.',
      'Catat titik terakhir korban; sesekali diam, dengarkan suara.',
      'Matikan listrik dan gas bila bisa dicapai dengan aman.',
      'Menjauh dari sungai di bawahnya: alirannya bisa terbendung.',
    ],
  },
  ANG: {
    ask: [
      'Bangunan apa yang rusak atau roboh? Adakah yang tertimpa?',
      'Adakah kabel listrik putus, bau gas, atau api?',
      'Apa lagi yang bisa roboh; berapa rumah yang terkena?',
    ],
    tell: [
      'Keluar dari bangunan yang retak; jangan kembali masuk.',
      'Jauhi kabel, pohon, baliho, dan atap yang tergantung.',
      'Korban tertimpa: jangan ditarik; jaga napasnya, tekan perdarahan.',
      'Masih angin kencang: berlindung di ruang dalam, jauh dari kaca.',
    ],
  },
  PHN: {
    ask: [
      'Adakah yang tertimpa atau terjebak, di rumah atau kendaraan?',
      'Apakah pohonnya menyentuh kabel listrik?',
      'Apakah jalan tertutup; sebesar apa pohonnya, masih bisa rebah lagi?',
    ],
    tell: [
      'Menjauh dari pohon dan kabel paling sedikit 10 meter.',
      'Jangan memotong atau menarik dahan yang menyentuh kabel.',
      'Di dalam mobil yang terkena kabel: tetap di dalam.',
      'Beri tanda kepada kendaraan dari jarak aman.',
    ],
  },
  HWN: {
    ask: [
      'Hewan apa, sebesar apa, di mana sekarang, dan masih terlihat?',
      'Adakah yang tergigit atau tersengat? Kapan, di bagian mana?',
      'Siapa di dekatnya; bisakah ruangannya ditutup?',
    ],
    tell: [
      'Menjauh perlahan, tutup pintu ruangnya, awasi dari jauh.',
      'Jangan menangkap, memukul, atau menyiramnya.',
      'Gigitan ular: diam, bidai, jangan diikat kencang, disayat, atau diisap.',
      'Gigitan anjing, kucing, kera: cuci dengan sabun dan air mengalir 15 menit, lalu ke puskesmas.',
      'Sengatan lebah dan sesak atau bengkak di muka: katakan segera, ini darurat medis.',
    ],
  },
  RSC: {
    ask: [
      'Siapa atau apa yang perlu ditolong, dan sejak kapan?',
      'Adakah bahaya: anak sendirian, kompor menyala, jari membiru, ketinggian?',
      'Di lantai berapa; siapa pemilik atau pemegang kuncinya?',
    ],
    tell: [
      'Jangan memanjat atau mendobrak bila bisa membuat Anda jatuh atau terluka.',
      'Anak terkunci: ajak bicara tenang, jauhkan dari pintu dan kaca.',
      'Cincin: angkat tangan ke atas, dinginkan, jangan dipaksa.',
      'Bila menjadi berbahaya, telepon 112 lagi.',
    ],
  },
  ODGJ: {
    ask: [
      'Apakah ia mengancam atau melukai diri atau orang? Membawa senjata?',
      'Di mana ia sekarang; siapa yang dikenalnya di sana?',
      'Pernahkah dirawat; obat apa, dan kapan terakhir diminum?',
    ],
    tell: [
      'Jaga jarak dan jalan keluar; jangan mengepung atau membantah.',
      'Bicara pelan, satu orang saja; jauhkan penonton.',
      'Singkirkan benda tajam bila bisa tanpa mendekat.',
      'Jangan mengikat atau mengurung; tunggu petugas.',
    ],
  },
  PGOT: {
    ask: [
      'Bagaimana keadaannya: sadar, sakit, terluka, lapar?',
      'Anak, lansia, atau orang yang tampak bingung? Laki-laki atau perempuan?',
      'Di mana tepatnya, dan berpindahkah ia?',
    ],
    tell: [
      'Tawarkan tempat teduh dan air minum bila ia mau dan aman.',
      'Jangan memaksa, memotret, atau menyebarkan gambarnya.',
      'Bila tidak sadar atau terluka, telepon 112 lagi.',
    ],
  },
  BDR: {
    ask: [
      'Di mana ia sekarang, dan apakah ia sudah melukai diri?',
      'Alat atau tempat apa: ketinggian, air, obat, benda tajam, tali?',
      'Apakah Anda bersamanya atau berbicara dengannya?',
    ],
    tell: [
      'Jangan tinggalkan sendirian, selama Anda sendiri aman.',
      'Dengarkan, bicara tenang, sebut namanya; jangan menghakimi atau menantang.',
      'Jauhkan alat berbahaya bila bisa tanpa berebut.',
      'Tergantung: angkat badannya, potong tali, baringkan; tidak bernapas: tekanan dada.',
      'Minum obat atau racun: jangan dimuntahkan; simpan kemasannya.',
      'Bila penelepon sendiri yang terancam: tetap di telepon bersama kami.',
    ],
  },
  KDRT: {
    ask: [
      'Amankah Anda bicara? Cukup jawab ya atau tidak.',
      'Apakah pelakunya masih di dekat Anda? Adakah senjata?',
      'Adakah yang terluka, atau anak-anak di sana?',
    ],
    tell: [
      'Bila bisa, pindah ke tempat aman: tetangga, kamar terkunci, jalan ramai. Jauhi dapur.',
      'Pelaku mendekat: letakkan telepon tanpa ditutup; kami tetap mendengar.',
      'Jangan menghadapi pelaku; ajak anak keluar lebih dahulu.',
      'Sesudah kekerasan seksual: jangan mandi atau mencuci pakaian bila sanggup.',
      'Ini bukan salah Anda. Katakan bila nomor ini tidak aman ditelepon balik.',
    ],
  },
  KRM: {
    ask: [
      'Apakah masih berlangsung; amankah Anda bicara?',
      'Adakah senjata atau yang terluka?',
      'Ciri pelaku, kendaraan, pelat nomor, dan arah lari?',
    ],
    tell: [
      'Cari tempat aman dan kunci pintu; jangan mengejar atau melawan.',
      'Serahkan barang bila diancam; nyawa lebih penting.',
      'Pelaku mendekat: diam saja dengan telepon tersambung.',
      'Jangan menyentuh apa pun sampai polisi datang.',
      'Jangan main hakim sendiri; korban yang luka ditolong lebih dahulu.',
    ],
  },
  KTB: {
    ask: [
      'Berapa orang, dan bersenjata apa?',
      'Adakah yang terluka, bangunan atau kendaraan yang dibakar?',
      'Ke arah mana bergerak; jalan mana yang tertutup?',
    ],
    tell: [
      'Menjauh dan masuk ke bangunan; jangan menonton atau merekam dari dekat.',
      'Kunci pintu, jauhi jendela.',
      'Di jalan: putar balik, jangan membunyikan klakson ke kerumunan.',
      'Yang terluka dibawa menjauh dahulu, lalu tekan perdarahannya.',
    ],
  },
  MYT: {
    ask: [
      'Yakinkah ia tidak bernapas: dingin, kaku, atau membusuk?',
      'Di mana tepatnya, kapan ditemukan, siapa yang menemukan?',
      'Adakah tanda kekerasan, kecelakaan, listrik, atau gas di sekitarnya?',
    ],
    tell: [
      'Bila ada kemungkinan masih hidup: katakan sekarang, mulai tekanan dada.',
      'Jangan menyentuh atau memindahkan apa pun.',
      'Jauhkan orang dan kendaraan; ingat siapa saja yang ada.',
      'Jangan memotret atau menyebarkan; keluarga belum tentu tahu.',
      'Tunggu polisi di tempat yang aman.',
    ],
  },
  HLG: {
    ask: [
      'Siapa, umur berapa, ciri dan pakaian terakhir?',
      'Kapan dan di mana terakhir terlihat; ke mana ia mungkin pergi?',
      'Anak, pikun, sakit, atau pernah mengancam diri? Membawa telepon?',
    ],
    tell: [
      'Satu orang tetap di rumah, telepon tetap aktif.',
      'Periksa dahulu tempat bersembunyi, sumur, kolam, sungai di dekat rumah.',
      'Siapkan foto terbaru dan pakaian yang belum dicuci.',
      'Bila ditemukan atau ada kabar, telepon 112 lagi.',
    ],
  },
  FAS: {
    ask: [
      'Apa yang rusak, dan adakah bahaya bagi orang sekarang?',
      'Di mana tepatnya; berapa rumah atau seberapa panjang jalan terkena?',
      'Sudahkah dilaporkan ke dinasnya; ada nomor pengaduan?',
    ],
    tell: [
      'Jauhi lubang, kabel, atau pipa yang rusak; beri tanda bila aman.',
      'Kami teruskan kepada dinas yang berwenang; mintalah nomor tiketnya.',
      'Bila ada yang terluka atau terancam, telepon 112 lagi.',
    ],
  },
  LAIN: {
    ask: [
      'Ceritakan singkat: apa yang terjadi, dan apakah masih berlangsung?',
      'Adakah yang terluka atau terancam? Berapa orang?',
      'Pertolongan apa yang paling diperlukan sekarang?',
    ],
    tell: [
      'Menjauh dari bahaya; jangan mengambil risiko untuk menolong.',
      'Telepon tetap aktif; petugas mungkin menghubungi Anda.',
      'Bila keadaan berubah, telepon 112 lagi.',
    ],
  },
} as const satisfies Readonly<Record<string, Guidance>>

/** What is asked, and what is advised, of one type. */
export interface Guidance {
  ask: readonly [string, string, string]
  tell: readonly string[]
}

export type GuidanceCode = keyof typeof guidanceId
