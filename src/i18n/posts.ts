/** Why a post is proposed, in both languages. */

const kilometres = (metres: number, locale: 'id' | 'en'): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(metres / 1000)

export const inArea = (area: string): { id: string; en: string } => ({ id: `wilayah ${area}`, en: `area ${area}` })

/** As the crow flies; below a kilometre in metres. */
export const nearestPost = (metres: number): { id: string; en: string } =>
  metres < 1000
    ? { id: `pos terdekat ${metres} m`, en: `nearest post ${metres} m` }
    : { id: `pos terdekat ${kilometres(metres, 'id')} km`, en: `nearest post ${kilometres(metres, 'en')} km` }
