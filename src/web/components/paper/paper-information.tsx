import { Autocomplete, Group } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import type { PaperInHand } from '../../paper/use-paper-call.ts'
import { Panel } from '../common/panel.tsx'
import { LineInput } from './paper-parts.tsx'

/** What an information call was told, and to whom it was passed on. */
export const PaperInformation = ({ paper, change }: Pick<PaperInHand, 'paper' | 'change'>) => {
  const { t } = useLanguage()
  const { answer, referral } = paper
  const set = (part: Partial<typeof answer>) => change({ answer: { ...answer, ...part } })
  const refer = (part: Partial<typeof referral>) => change({ referral: { ...referral, ...part } })
  return (
    <Panel title={t.print.form.told}>
      <div className="paper-part">
        <Group align="flex-start">
          <LineInput field="topic" label={t.call.topic} value={answer.topic} onChange={topic => set({ topic })} />
          <LineInput
            field="answer"
            label={t.call.answerText}
            value={answer.answer}
            onChange={told => set({ answer: told })}
          />
        </Group>
        <Group align="flex-start">
          <Autocomplete
            label={t.call.receiver}
            size="sm"
            style={{ flex: '1 1 200px' }}
            maxLength={200}
            data={[...t.call.receivers]}
            value={referral.receiver}
            onChange={receiver => refer({ receiver })}
          />
          <LineInput
            field="ticket"
            label={t.call.ticket}
            value={referral.ticket}
            onChange={ticket => refer({ ticket })}
          />
          <LineInput field="note" label={t.call.note} value={referral.note} onChange={note => refer({ note })} />
        </Group>
      </div>
    </Panel>
  )
}
