import { Alert, Button, Group, Input, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { BackEntry } from '../../../admin-api/contract/index.ts'
import { callApi } from '../../api/service.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useRefusalText } from '../../hooks/use-refusal-text.ts'
import { go } from '../../hooks/use-route.ts'
import { useKeepCall } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { callTimes, type PaperCall, type Problems, readPaper } from '../../paper/paper-call.ts'
import { usePaperCall } from '../../paper/use-paper-call.ts'
import { callClasses } from '../../words.ts'
import { ConfirmDialog } from '../common/confirm-dialog.tsx'
import { DayField } from '../common/day-field.tsx'
import { Panel } from '../common/panel.tsx'
import { PaperAgencies } from './paper-agencies.tsx'
import { PaperIncident } from './paper-incident.tsx'
import { PaperInformation } from './paper-information.tsx'
import { LineInput, ProblemsProvider, TimeInput, useProblem } from './paper-parts.tsx'

const noProblems: Problems = {}

/** A call as it stands on the paper form, from the top of the sheet to its end. */
export const PaperForm = () => {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const inHand = usePaperCall()
  const { paper, clear } = inHand
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [clearing, setClearing] = useState(false)
  const sentence = usePaperRefusal()
  const keep = useKeepCall()
  const enter = useCommand((entry: BackEntry) => callApi(centre.code).enter(entry, paper.key), {
    said: t.paper.entered,
    onDone: call => {
      keep(call)
      clear()
      if (call.incident === null) go('desk', 'call', call.id)
      else go('desk', 'incident', call.incident)
    },
    onRefused: error => {
      setRefusal(sentence(error))
      return true
    },
  })
  const { entry, problems } = readPaper(paper, centre.timeZone)
  const send = () => {
    setTried(true)
    setRefusal(null)
    if (entry) enter.send(entry)
  }
  const said = refusal ?? (tried && problems ? t.paper.incomplete : null)
  return (
    <ProblemsProvider value={(tried && problems) || noProblems}>
      <form
        className="paper-form"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <CallPart {...inHand} />
        {paper.callClass === 'information' && <PaperInformation {...inHand} />}
        {paper.callClass === 'normal' && <PaperIncident {...inHand} />}
        {paper.callClass === 'normal' && <PaperAgencies {...inHand} />}
        {said !== null && (
          <Alert color="red" role="alert">
            {said}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setClearing(true)}>
            {t.paper.clear}
          </Button>
          <Button type="submit" loading={enter.busy}>
            {t.paper.enter}
          </Button>
        </Group>
      </form>
      {clearing && (
        <ConfirmDialog
          title={t.paper.clear}
          hint={t.paper.clearHint}
          action={t.paper.clear}
          danger
          busy={false}
          onSend={() => {
            clear()
            setTried(false)
            setRefusal(null)
            setClearing(false)
          }}
          onClose={() => setClearing(false)}
        />
      )}
    </ProblemsProvider>
  )
}

/** The server names times as the API does: here they are called as on the form. */
const usePaperRefusal = () => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  const names = Object.entries({ ...t.paper.times, ...t.paper.agencyTimes })
  return (error: Error): string =>
    names.reduce((text, [name, label]) => text.replaceAll(name, `“${label}”`), refusalText(error))
}

const CallPart = ({ paper, change }: { paper: PaperCall; change: (part: Partial<PaperCall>) => void }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t.paper.callPart}>
      <div className="paper-part">
        <Group align="flex-start">
          <DayField label={t.paper.date} value={paper.date} onChange={date => change({ date })} />
          {callTimes.map(name => (
            <TimeInput
              key={name}
              field={name}
              label={t.paper.times[name]}
              value={paper.times[name]}
              onChange={value => change({ times: { ...paper.times, [name]: value } })}
            />
          ))}
        </Group>
        <Input.Description>{t.paper.timeHint}</Input.Description>
        <Group align="flex-start">
          <LineInput field="phone" label={t.call.phone} value={paper.phone} onChange={phone => change({ phone })} />
          <LineInput field="name" label={t.call.name} value={paper.name} onChange={name => change({ name })} />
        </Group>
        <Named label={t.print.form.callClass} field="callClass">
          <SegmentedControl
            aria-label={t.print.form.callClass}
            data={callClasses.map(value => ({ value, label: t.call.classes[value] }))}
            value={paper.callClass ?? ''}
            onChange={value => change({ callClass: callClasses.find(one => one === value) ?? null })}
          />
        </Named>
      </div>
    </Panel>
  )
}

const Named = ({ label, field, children }: { label: string; field: string; children: ReactNode }) => (
  <Input.Wrapper label={label} labelElement="div" error={useProblem(field)}>
    <div>{children}</div>
  </Input.Wrapper>
)
