import { Tabs } from '@mantine/core'
import { useState } from 'react'
import type { CallView, InformationView } from '../../../../admin-api/contract/index.ts'
import { useCallCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { Panel } from '../../common/panel.tsx'
import { AnswerSearch } from './answer-search.tsx'
import { OwnAnswer } from './own-answer.tsx'
import { ReferralForm } from './referral-form.tsx'

/** What an information call still lacks: the answer that was given, whom it was handed to. Each is recorded once. */
export const InformationPanel = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const answers = call.allowed.includes('answer')
  const refers = call.allowed.includes('referral') && call.callClass === 'information'
  const [receiver, setReceiver] = useState('')
  const [chosen, setChosen] = useState<'search' | 'own' | 'refer'>('search')
  const record = useCallCommand((api, entry: InformationView, key) =>
    api.answer(call.id, { topic: entry.topic, answer: entry.answer, entry: entry.id }, key),
  )
  if (!answers && !refers) return null
  const give = (entry: InformationView) => {
    record.send(entry)
    if (entry.referral) {
      setReceiver(entry.receiver ?? '')
      setChosen('refer')
    }
  }
  const tab = answers ? (refers ? chosen : chosen === 'refer' ? 'search' : chosen) : 'refer'
  return (
    <Panel title={t.answers.title}>
      <Tabs value={tab} onChange={value => setChosen(value as typeof chosen)} keepMounted={false}>
        <Tabs.List mb="sm">
          {answers && <Tabs.Tab value="search">{t.answers.list}</Tabs.Tab>}
          {answers && <Tabs.Tab value="own">{t.answers.own}</Tabs.Tab>}
          {refers && <Tabs.Tab value="refer">{t.call.referral}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="search">
          <AnswerSearch busy={record.input?.id ?? null} onGive={give} />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OwnAnswer call={call.id} />
        </Tabs.Panel>
        <Tabs.Panel value="refer">
          <ReferralForm key={receiver} call={call.id} receiver={receiver} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  )
}
