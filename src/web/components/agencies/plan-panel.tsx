import { Alert, Button, Kbd, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenAgency, IncidentView } from '../../../admin-api/contract/index.ts'
import type { WebTexts } from '../../../i18n/web-id.ts'
import { useIntakeDraft } from '../../hooks/use-intake-draft.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { chosenAgencies, noChoices, planRows } from '../../plan/plan.ts'
import { Panel } from '../common/panel.tsx'
import { PriorityMark } from '../common/priority-mark.tsx'
import { AgencyPicker } from './agency-picker.tsx'
import { PlanRowView } from './plan-row.tsx'

/** Why it cannot be sent yet: where a dispatcher takes over, the intake and the taking come first. */
const whyNot = (incident: IncidentView, t: WebTexts): string => {
  if (incident.allowed.includes('take')) return t.dispatch.takeFirst
  return incident.handling === 'dispatcher-handoff' ? t.dispatch.intakeFirst : t.dispatch.needsPlace
}

/** Whom the run card proposes and why; the operator changes ticks and lead, then sends. */
export const PlanPanel = ({ incident }: { incident: IncidentView }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const { draft, state } = useIntakeDraft(incident.id)
  const [choices, setChoices] = useState(noChoices)
  const rows = planRows(incident.proposal, choices)
  const chosen = chosenAgencies(rows)
  const hasLead = rows.some(row => row.lead)

  const dispatch = useIncidentCommand(incident.id, async (commands, agencies: ChosenAgency[], key) => {
    await draft.flush()
    return commands.dispatch(agencies, key)
  })
  // With an answer still on its way the server's list of what is allowed is about to change.
  const allowed = owns && (incident.allowed.includes('dispatch') || state.status !== 'saved')
  const ready = allowed && hasLead && chosen.length > 0
  const send = () => ready && dispatch.send(chosen)
  useKeys({ f9: send })

  return (
    <Panel
      title={t.dispatch.titleProposal}
      aside={incident.type !== null && <PriorityMark priority={incident.proposal.priority} />}
    >
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" py="sm">
          {incident.type === null ? t.dispatch.notReady : t.dispatch.noLead}
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
          {incident.type !== null && !allowed && (
            <Alert color="yellow" variant="light" p="xs">
              {whyNot(incident, t)}
            </Alert>
          )}
          {rows.length > 0 && !hasLead && (
            <Alert color="yellow" variant="light" p="xs">
              {t.dispatch.noLead}
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
            disabled={!ready}
            onClick={send}
          >
            {t.dispatch.send(chosen.length)}
          </Button>
        </div>
      )}
    </Panel>
  )
}
