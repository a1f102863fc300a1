import { Alert, Button, Kbd, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentView } from '../../../admin-api/contract/index.ts'
import { useIntakeDraft } from '../../hooks/use-intake-draft.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { useNotice } from '../../hooks/use-notice.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand, useNewest } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { chosenAgencies, noChoices, type PlanChoices, planRows } from '../../plan/plan.ts'
import { whatHoldsDispatch } from '../../plan/what-holds-dispatch.ts'
import { Panel } from '../common/panel.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { AgencyPicker } from './agency-picker.tsx'
import { PlanRowView } from './plan-row.tsx'

/** Whom the run card proposes and why; the operator changes ticks and lead, then sends. */
export const PlanPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const { draft, state } = useIntakeDraft(incident.id)
  const [choices, setChoices] = useState(noChoices)
  const rows = planRows(incident.proposal, choices)
  const newest = useNewest(incident)

  const dispatch = useIncidentCommand(incident.id, async (commands, made: PlanChoices, key) => {
    // What was typed last may ask for another agency or another post: the proposal that follows it is sent.
    await draft.flush()
    return commands.dispatch(chosenAgencies(planRows(newest().proposal, made)), key)
  })
  const held = whatHoldsDispatch({ incident, rows, owns, unsaved: state.status === 'saved' ? {} : state.answers }, t)
  const send = () => dispatch.send(choices)
  const notice = useNotice()
  // The key was pressed too early: one calm line, however often it is pressed.
  const sayHeld = (message: string) =>
    notice({ id: 'dispatch-held', title: t.dispatch.notSentYet, message, color: 'yellow', autoClose: 6_000 })
  useKeys({ f9: () => (held === null ? send() : sayHeld(held)) })

  return (
    <Panel
      title={t.dispatch.titleProposal}
      aside={incident.type !== null && <PriorityMark priority={incident.proposal.priority} />}
    >
      {incident.type === null && (
        <Text size="sm" c="dimmed" py="sm">
          {t.dispatch.notReady}
        </Text>
      )}
      <ul className="plan">
        {rows.map(row => (
          <PlanRowView
            key={row.agency}
            row={row}
            readOnly={!owns}
            onTick={ticked =>
              setChoices({
                ...choices,
                ticks: { ...choices.ticks, [row.agency]: ticked },
                ...(choices.lead === row.agency && !ticked && { lead: null }),
              })
            }
            onLead={() => setChoices({ ...choices, lead: row.agency })}
          />
        ))}
      </ul>
      {owns && incident.type !== null && (
        <AgencyPicker
          label={t.dispatch.addOther}
          taken={rows.map(row => row.agency)}
          onPick={agency => setChoices({ ...choices, extra: [...choices.extra, agency] })}
        />
      )}
      {owns && (
        <div className="plan-foot">
          {held !== null && incident.type !== null && (
            <Alert color="yellow" variant="light" p="xs">
              {held}
            </Alert>
          )}
          <Button
            size="md"
            fullWidth
            leftSection={<IconSend size={18} aria-hidden />}
            rightSection={
              <Kbd size="xs" aria-hidden>
                F9
              </Kbd>
            }
            aria-keyshortcuts="F9"
            loading={dispatch.busy}
            disabled={held !== null}
            onClick={send}
          >
            {t.dispatch.send(chosenAgencies(rows).length)}
          </Button>
        </div>
      )}
    </Panel>
  )
}
