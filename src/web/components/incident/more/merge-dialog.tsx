import { Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { IncidentView } from '../../../../admin-api/contract/index.ts'
import { useSimilarToIncident } from '../../../hooks/use-call-desk.ts'
import { go } from '../../../hooks/use-route.ts'
import { useBoard, useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { FormDialog } from '../../common/form-dialog.tsx'

/** Which open incident this one is; the likeliest is chosen already. */
export const MergeDialog = ({ incident, onClose }: { incident: IncidentView; onClose: () => void }) => {
  const { t, pick } = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const board = useBoard().data ?? []
  const likely = useSimilarToIncident(incident.id, incident.version, true).data?.[0]?.incident.id
  const others = board.filter(({ id }) => id !== incident.id)
  const into = others.find(({ id }) => id === (chosen ?? likely))
  const merge = useIncidentCommand(
    incident.id,
    (commands, target: string, key) => commands.merge(target, key),
    merged => {
      onClose()
      if (merged.merged) go('desk', 'incident', merged.merged.into)
    },
  )
  return (
    <FormDialog
      title={t.more.merge}
      size="lg"
      action={into ? t.more.mergeSend(into.number) : t.more.merge}
      danger
      busy={merge.busy}
      complete={into !== undefined}
      onSave={() => into && merge.send(into.id)}
      onClose={onClose}
    >
      <Text size="sm">{t.more.mergeHint}</Text>
      <Select
        label={t.more.mergeInto}
        searchable
        nothingFoundMessage={t.more.mergeNone}
        data={others.map(({ id, number, typeName, place }) => ({
          value: id,
          label: [number, typeName ? pick(typeName) : t.board.noType, place ?? t.board.noPlace].join(' · '),
        }))}
        value={into?.id ?? null}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
