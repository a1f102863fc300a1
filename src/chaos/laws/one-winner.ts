import { pressRules } from '../../drill/cards/card-words.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { groupBy } from '../evidence/group-by.ts'
import { nod } from '../evidence/read-whatsapp-journal.ts'
import { readCard } from '../load/read-card.ts'
import type { Violation } from './violation.ts'

/** What the presser reads whose press counted, and the step that the record must then have, once. */
const stepOf: Readonly<{ [button: string]: string }> = {
  'Kami tangani': 'AssignmentAcknowledged',
  Meluncur: 'UnitsDeparted',
  'Tiba di lokasi': 'UnitsArrived',
  'Ya, selesai': 'AssignmentCleared',
  'Tidak ada unit': 'AssignmentDeclined',
}

/** Of all presses of one button on one incident exactly one counts, whatever was pressed twice, and the record has it. */
export const oneWinner = ({
  shown,
  presses,
  answers,
  records,
}: Pick<Evidence, 'shown' | 'presses' | 'answers' | 'records'>): Violation[] => {
  const cards = new Map(shown.map(({ message, text }) => [message, readCard(text)]))
  const said = new Map(answers.map(({ query, text }) => [query, text]))
  const told = presses.flatMap(press => {
    const card = cards.get(press.message)
    const step = stepOf[press.button]
    const counts = [nod, pressRules[press.button]?.answer].includes(said.get(press.query) ?? '')
    return card && step && counts ? [{ ...press, ...card, step }] : []
  })
  const winners = groupBy(told, ({ chat, number, step }) => `${chat} ${number} ${step}`)
  return winners.flatMap(same => {
    const [winner] = same
    if (!winner) return []
    const { number, chat, agency, step, button } = winner
    const recorded = records.find(record => record.number === number)?.steps ?? []
    const times = recorded.filter(one => one === `${step} ${agency}`).length
    if (same.length === 1 && times === 1) return []
    const what = `${same.length} presses of ${button} were told that they count, the record has ${times}`
    return [{ law: 'one winner per press', number, chat, times: same.map(({ at }) => at), what }]
  })
}
