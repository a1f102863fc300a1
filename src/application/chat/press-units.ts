import type { AgencyAction, UnitMark } from '../../dispatch/incident/assignment.ts'
import { unitMarks } from '../../dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import { openUnits, unitsOf } from '../../dispatch/incident/units.ts'
import type { ButtonVerb, PressOutcome } from '../application.ts'
import type { CardMenu } from '../ports/deliveries.ts'
import type { CardPress } from './press-card.ts'

/** What a press on a card can do. */
interface CardTools {
  /** opens a menu while its action would be taken, or says why not */
  ask(press: CardPress, action: AgencyAction, menu: CardMenu, code: string, taken?: boolean): Promise<PressOutcome>
  change(
    press: CardPress,
    what: IncidentCommand,
    code: string,
    params?: Record<string, string | number>,
  ): Promise<PressOutcome>
}

/** The menu of an agency's units, and what one of them did; null for a verb of another kind. */
export const createPressUnits = ({ ask, change }: CardTools) => {
  /** The button names its unit by number: the list may have changed since the card was shown. */
  const markUnit = (press: CardPress, mark: UnitMark): Promise<PressOutcome> => {
    const code = unitsOf(press.assignment).find(({ number }) => number === press.about)?.code ?? ''
    const what = { type: 'MarkUnit', assignment: press.assignment.id, unit: code, mark } as const
    return change(press, what, 'unit', { unit: code })
  }

  return (press: CardPress, verb: ButtonVerb, until: number): Promise<PressOutcome> | null => {
    if (verb === 'units') {
      return ask(press, 'arrive', { kind: 'units', until }, 'askUnit', openUnits(press.assignment).length > 0)
    }
    const mark = unitMarks.find(candidate => verb === `unit:${candidate}`)
    return mark ? markUnit(press, mark) : null
  }
}
