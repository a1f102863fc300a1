/** The drill message of a channel test. */

export const title = '🧪 UJI COBA – bukan kejadian'
export const from = (centre: string): string => `${centre} menguji saluran ini.`
export const press = (until: string): string => `Jawab Diterima sebelum ${until}.`
export const answered = (by: string, time: string, span: string): string => `✅ Diterima oleh ${by}, ${time} (${span})`
export const thanks = 'Terima kasih, saluran ini berfungsi.'
export const unanswered = '⌛ Uji coba selesai tanpa jawaban dari chat ini.'
