import { banners } from '../../i18n/chat/id/card.ts'
import type { Line } from './rich-text.ts'

/** What stands above every message that may be a repeat, and above every message of a training. */
export const marks = ({ training }: { training: boolean }, doubtful: boolean): Line[] => [
  doubtful && [{ bold: banners.doubtful }],
  training && [{ bold: banners.training }],
]
