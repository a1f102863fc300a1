import { Button, Kbd, Text } from '@mantine/core'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { useIntakeDraft } from '../../hooks/use-intake-draft.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { spokenOrder } from '../../intake/letters.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { overStatuses } from '../../words.ts'
import { Panel } from '../common/panel.tsx'
import { PlaceFillingProvider } from '../places/place-filling.tsx'
import { HazardsField, PassableField } from './choice-fields.tsx'
import { IntakeProvider } from './intake-context.tsx'
import { PointField } from './point-field.tsx'
import { SaveMark } from './save-mark.tsx'
import { TextField } from './text-field.tsx'
import { TypeField } from './type-field.tsx'
import { VictimsField } from './victims-field.tsx'

/** Fields a-h in the order in which callers tell; every answer is saved by itself. */
export const IntakeForm = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { works } = useRights()
  const { draft, state } = useIntakeDraft(incident.id)
  const isOver = overStatuses.includes(incident.status)
  const submit = useIncidentCommand(incident.id, async (commands, _: undefined, key) => {
    // What was typed last must be there before it is called complete.
    await draft.flush()
    return commands.submit(key)
  })
  // Whether it is complete the server knows better than the last answer that is still on its way.
  const maySubmit = works && !isOver && incident.submittedAt === null
  useKeys({ f8: () => maySubmit && submit.send() })

  const missing = spokenOrder.filter(letter => incident.missing.includes(letter))
  return (
    <IntakeProvider value={{ view: incident.intake, draft, state, readOnly: !works || isOver }}>
      <Panel title={t.intake.title} aside={!isOver && <SaveMark status={state.status} />}>
        {isOver && (
          <Text size="sm" c="dimmed" mb="xs">
            {t.intake.locked}
          </Text>
        )}
        <PlaceFillingProvider>
          <div className="fields">
            <TypeField runCards={incident.rules.runCards} saved={incident} />
            <TextField field="location" />
            <TextField field="address" />
            <TextField field="landmark" first={false} />
            <PointField incident={incident.id} />
            <TextField field="condition" lines={2} />
            <HazardsField />
            <VictimsField />
            <PassableField />
            <TextField field="handlingSoFar" />
            <TextField field="reporterName" />
            <TextField field="reporterPhone" first={false} />
          </div>
        </PlaceFillingProvider>
        {!isOver && (
          <div className="intake-foot">
            <span className="intake-missing" data-complete={missing.length === 0}>
              {missing.length > 0 ? t.intake.missing(missing.join(', ')) : t.intake.complete}
            </span>
            {incident.submittedAt !== null ? (
              <Text size="sm" c="dimmed">
                {t.intake.submitted(time(incident.submittedAt))}
              </Text>
            ) : (
              works && (
                <Button
                  variant={missing.length > 0 ? 'default' : 'filled'}
                  rightSection={
                    <Kbd size="xs" aria-hidden>
                      F8
                    </Kbd>
                  }
                  aria-keyshortcuts="F8"
                  loading={submit.busy}
                  disabled={!maySubmit}
                  onClick={() => submit.send()}
                >
                  {t.intake.submit}
                </Button>
              )
            )}
          </div>
        )}
      </Panel>
    </IntakeProvider>
  )
}
