import type { Point, Victims } from '../../dispatch/incident/intake.ts'
import type { Hazard } from '../../dispatch/vocabulary.ts'

/** An answer as typed: absent = not asked yet. */
export type AnswerView<T> = { known: T } | 'unknown'

export interface IntakeView {
  reporterName?: AnswerView<string>
  reporterPhone?: AnswerView<string>
  type?: AnswerView<string>
  location?: AnswerView<string>
  address?: AnswerView<string>
  landmark?: AnswerView<string>
  point?: AnswerView<Point>
  condition?: AnswerView<string>
  passable?: AnswerView<boolean>
  handlingSoFar?: AnswerView<string>
  victims?: AnswerView<Victims>
  hazards: Hazard[]
}
