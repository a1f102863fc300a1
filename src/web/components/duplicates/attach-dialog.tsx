import { Chip, Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { AttachCall } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { type Hazard, hazards, type Victims, victimKinds } from '../../words.ts'
import { FormDialog } from '../common/form-dialog.tsx'
import type { Candidate } from './use-attach.ts'

interface Props {
  candidate: Candidate
  busy: boolean
  onSend: (to: AttachCall) => void
  onClose: () => void
}

/** Asks for new victims and dangers only; Enter attaches. */
export const AttachDialog = ({ candidate: { incident }, busy, onSend, onClose }: Props) => {
  const { t, pick } = useLanguage()
  const [victims, setVictims] = useState<Victims>({})
  const [dangers, setDangers] = useState<Hazard[]>([])
  const send = () =>
    onSend({
      incident: incident.id,
      ...(Object.keys(victims).length > 0 && { victims }),
      ...(dangers.length > 0 && { hazards: dangers }),
    })
  return (
    <FormDialog
      title={t.similar.attachTo(incident.number)}
      size="lg"
      action={t.similar.attach}
      busy={busy}
      onSave={send}
      onClose={onClose}
    >
      <Text>
        <strong>{incident.typeName ? pick(incident.typeName) : t.board.noType}</strong>
        {', '}
        {incident.place ?? t.board.noPlace}
      </Text>
      <Text size="sm" c="dimmed">
        {t.similar.attachHint}
      </Text>
      <fieldset className="victims" aria-label={t.similar.newVictims}>
        {victimKinds.map((kind, index) => (
          <NumberInput
            key={kind}
            size="sm"
            label={t.intake.victims[kind]}
            min={0}
            max={9_999}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            value={victims[kind] ?? ''}
            onChange={typed => {
              const { [kind]: _before, ...others } = victims
              setVictims(typed === '' ? others : { ...others, [kind]: Number(typed) })
            }}
            {...(index === 0 && { 'data-autofocus': true })}
          />
        ))}
      </fieldset>
      <Chip.Group multiple value={dangers} onChange={chosen => setDangers(chosen as Hazard[])}>
        <Group gap={6} role="group" aria-label={t.similar.newHazards}>
          {hazards.map(hazard => (
            <Chip key={hazard} value={hazard} size="xs" radius="sm" color="red.8">
              {t.intake.hazards[hazard]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </FormDialog>
  )
}
