import { Input, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssignmentView, HeardAs, IncidentView } from '../../../admin-api/contract/index.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { lastTimeOfDay } from '../../time/format.ts'
import { serviceNow } from '../../time/service-time.ts'
import type { AgencyAction } from '../../words.ts'
import {
  type DeclineReason,
  declineReasons,
  type HeardVia,
  heardVias,
  type ReportOutcome,
  reportOutcomes,
} from '../../words.ts'
import { FormDialog } from '../common/form-dialog.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
  action: AgencyAction
  onClose: () => void
}

interface Heard {
  reason: DeclineReason
  outcome: ReportOutcome
  text: string
  at?: number
  heard: HeardAs
}

/** Records one action of the crew as it was heard, with the time at which it really happened. */
export const RecordDialog = ({ incident, assignment, action, onClose }: Props) => {
  const { t } = useLanguage()
  const { timeZone } = useSigned().centre
  const [reason, setReason] = useState<DeclineReason>('noUnit')
  const [outcome, setOutcome] = useState<ReportOutcome>('handled')
  const [text, setText] = useState('')
  const [clock, setClock] = useState('')
  const [via, setVia] = useState<HeardVia>('radio')
  const [informant, setInformant] = useState('')
  const at = clock.trim() === '' ? undefined : lastTimeOfDay(clock, serviceNow(), timeZone)

  const record = useIncidentCommand(
    incident.id,
    (commands, heard: Heard, key) => {
      const time = { heard: heard.heard, ...(heard.at !== undefined && { at: heard.at }) }
      if (action === 'decline') return commands.recordDecline(assignment.id, { reason: heard.reason, ...time }, key)
      if (action === 'report') {
        return commands.recordReport(assignment.id, { outcome: heard.outcome, text: heard.text, ...time }, key)
      }
      return commands.recordAction(assignment.id, { action, ...time }, key)
    },
    onClose,
  )
  const send = () => {
    const heard = { via, ...(informant.trim() !== '' && { informant: informant.trim() }) }
    if (at !== null) record.send({ reason, outcome, text: text.trim(), heard, ...(at !== undefined && { at }) })
  }
  const complete = at !== null && (action !== 'report' || text.trim() !== '')

  return (
    <FormDialog
      title={t.assignment.recordTitle(assignment.agency, t.assignment.actions[action])}
      action={t.assignment.confirmRecord}
      busy={record.busy}
      complete={complete}
      onSave={send}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t.assignment.recordHint}
      </Text>
      {action === 'decline' && (
        <Select
          label={t.assignment.declineReason}
          allowDeselect={false}
          data={declineReasons.map(value => ({ value, label: t.assignment.declineReasons[value] }))}
          value={reason}
          onChange={value => value && setReason(value)}
        />
      )}
      {action === 'report' && (
        <>
          <Select
            label={t.report.outcome}
            allowDeselect={false}
            data={reportOutcomes.map(value => ({ value, label: t.report.outcomes[value] }))}
            value={outcome}
            onChange={value => value && setOutcome(value)}
          />
          <Textarea
            label={t.report.text}
            autosize
            minRows={3}
            maxLength={4_000}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
            data-autofocus
          />
        </>
      )}
      <Input.Wrapper label={t.heard.label} labelElement="div">
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t.heard.label}
          data={heardVias.map(value => ({ value, label: t.heard.via[value] }))}
          value={via}
          onChange={setVia}
        />
      </Input.Wrapper>
      <TextInput
        label={`${t.heard.informant} (${t.common.optional})`}
        maxLength={200}
        autoComplete="off"
        value={informant}
        onChange={event => setInformant(event.currentTarget.value)}
      />
      <TextInput
        label={t.assignment.trueTime}
        description={t.assignment.trueTimeHint}
        error={at === null ? t.assignment.trueTimeWrong : undefined}
        inputMode="numeric"
        autoComplete="off"
        value={clock}
        onChange={event => setClock(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
