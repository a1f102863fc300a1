import { Group } from '@mantine/core'
import { useMemo } from 'react'
import type { IntakeAnswers } from '../../../admin-api/contract/index.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import type { DraftState, IntakeDraft } from '../../intake/draft.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { incidentTimes } from '../../paper/paper-call.ts'
import type { PaperInHand } from '../../paper/use-paper-call.ts'
import { Panel } from '../common/panel.tsx'
import { HazardsField, PassableField } from '../intake/choice-fields.tsx'
import { IntakeProvider } from '../intake/intake-context.tsx'
import { PointField } from '../intake/point-field.tsx'
import { TextField } from '../intake/text-field.tsx'
import { TypeField } from '../intake/type-field.tsx'
import { VictimsField } from '../intake/victims-field.tsx'
import { PlaceFillingProvider } from '../places/place-filling.tsx'
import { TimeInput } from './paper-parts.tsx'

/** Nothing goes to the server before the whole paper does. */
const nothingUnderWay: DraftState = { status: 'saved', answers: {}, refused: {} }

/** Fields a-h as at the desk, and when the incident went from hand to hand. */
export const PaperIncident = ({ paper, change, answer }: Pick<PaperInHand, 'paper' | 'change' | 'answer'>) => {
  const { t } = useLanguage()
  const { handling } = useSigned().centre
  const shown = incidentTimes.filter(name => name !== 'takenAt' || handling !== 'operator-owns')
  const { intake } = paper
  const draft = useMemo<IntakeDraft>(
    () => ({
      set: (field: keyof IntakeAnswers, given: unknown) => answer({ [field]: given }),
      flush: async () => true,
      state: () => nothingUnderWay,
      subscribe: () => () => undefined,
    }),
    [answer],
  )
  return (
    <Panel title={t.paper.incidentPart}>
      <div className="paper-part">
        <Group align="flex-start">
          {shown.map(name => (
            <TimeInput
              key={name}
              field={name}
              label={t.paper.times[name]}
              value={paper.times[name]}
              onChange={value => change({ times: { ...paper.times, [name]: value } })}
            />
          ))}
        </Group>
        <IntakeProvider
          value={{ view: { ...intake, hazards: intake.hazards ?? [] }, draft, state: nothingUnderWay, readOnly: false }}
        >
          <PlaceFillingProvider>
            <div className="fields">
              <TypeField />
              <TextField field="location" />
              <TextField field="address" />
              <TextField field="landmark" first={false} />
              <PointField />
              <TextField field="condition" lines={2} />
              <HazardsField />
              <VictimsField />
              <PassableField />
              <TextField field="handlingSoFar" />
            </div>
          </PlaceFillingProvider>
        </IntakeProvider>
      </div>
    </Panel>
  )
}
