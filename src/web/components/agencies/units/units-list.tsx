import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssignmentView, IncidentView, MarkUnit, UnitView } from '../../../../admin-api/contract/index.ts'
import { useTimes } from '../../../hooks/use-centre.tsx'
import { useRights } from '../../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../../hooks/use-service.ts'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { UnitsDialog } from './units-dialog.tsx'

interface Props {
  incident: IncidentView
  assignment: AssignmentView
}

/** The units of an agency, each with its own marks; what comes next for one is one press. */
export const UnitsList = ({ incident, assignment }: Props) => {
  const { t } = useLanguage()
  const { works } = useRights()
  const [naming, setNaming] = useState(false)
  const mark = useIncidentCommand(incident.id, (commands, input: MarkUnit, key) =>
    commands.markUnit(assignment.id, input, key),
  )
  if (assignment.units.length === 0) return null
  return (
    <section className="units" aria-label={t.units.title}>
      {assignment.units.map(unit => (
        <div key={unit.code} className="unit">
          <strong>{unit.code}</strong>
          <UnitTimes unit={unit} />
          {works &&
            unit.marks.map(next => (
              <Button
                key={next}
                size="compact-xs"
                variant="default"
                aria-label={t.units.markOf(unit.code, t.units.marks[next])}
                loading={mark.input?.unit === unit.code && mark.input.mark === next}
                onClick={() => mark.send({ unit: unit.code, mark: next })}
              >
                {t.units.marks[next]}
              </Button>
            ))}
        </div>
      ))}
      {works && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPencil size={13} aria-hidden />}
          aria-label={t.units.nameOf(assignment.agency)}
          onClick={() => setNaming(true)}
        >
          {t.units.name}
        </Button>
      )}
      {naming && <UnitsDialog incident={incident} assignment={assignment} onClose={() => setNaming(false)} />}
    </section>
  )
}

const UnitTimes = ({ unit }: { unit: UnitView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const marks = [
    [t.units.marks.depart, unit.departedAt],
    [t.units.marks.arrive, unit.arrivedAt],
    [t.units.marks.clear, unit.clearedAt],
  ] as const
  return marks.map(([name, at]) =>
    at === null ? null : (
      <span key={name}>
        {name} <time>{time(at)}</time>
      </span>
    ),
  )
}
