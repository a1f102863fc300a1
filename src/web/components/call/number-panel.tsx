import { Badge, Text } from '@mantine/core'
import { IconAlertTriangle, IconPhoneOutgoing } from '@tabler/icons-react'
import type { CallView } from '../../../admin-api/contract/index.ts'
import { useTimes } from '../../hooks/use-centre.tsx'
import { hrefOf } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { Panel } from '../common/panel.tsx'

const colours = { normal: 'blue', ghost: 'gray', prank: 'orange', information: 'teal' } as const
const shown = 6

/** What the number was before: shown, never judged by; nobody is blocked. The panel is there before the number is. */
export const NumberPanel = ({ call }: { call: CallView }) => {
  const { t } = useLanguage()
  const { number } = call
  return (
    <Panel title={t.numberFacts.title}>
      {number === null ? (
        <Text size="sm" c="dimmed">
          {t.numberFacts.noNumber}
        </Text>
      ) : (
        <>
          <Warnings call={call} number={number} />
          <Counts call={call} number={number} />
          <OpenIncidents number={number} />
          <Earlier call={call} />
        </>
      )}
    </Panel>
  )
}

interface Known {
  call: CallView
  number: NonNullable<CallView['number']>
}

/** From the second silent call before this one on, and where a call back is open already. */
const Warnings = ({ call, number }: Known) => {
  const { t } = useLanguage()
  return (
    <>
      {number.silentBefore > 0 && (
        <p className="number-warning" role="alert">
          <IconAlertTriangle size={18} aria-hidden /> {t.numberFacts.silent(number.silentBefore)}
        </p>
      )}
      {number.openCallback !== null && number.openCallback !== call.id && (
        <p className="number-warning">
          <IconPhoneOutgoing size={18} aria-hidden /> {t.numberFacts.openCallback}{' '}
          <a href={hrefOf('desk', 'call', number.openCallback)}>{t.numberFacts.toCallback}</a>
        </p>
      )}
    </>
  )
}

const Counts = ({ call, number }: Known) => {
  const { t } = useLanguage()
  if (call.history.length === 0) return <Text size="sm">{t.numberFacts.first}</Text>
  return (
    <p className="number-counts">
      <Badge variant="light" color="blue" tt="none" size="lg">
        {t.numberFacts.calls(call.history.length)}
      </Badge>
      <Badge variant="light" color={number.ghosts > 0 ? 'grape' : 'gray'} tt="none" size="lg">
        {t.numberFacts.ghosts(number.ghosts)}
      </Badge>
      <Badge variant="light" color={number.pranks > 0 ? 'orange' : 'gray'} tt="none" size="lg">
        {t.numberFacts.pranks(number.pranks)}
      </Badge>
    </p>
  )
}

const OpenIncidents = ({ number }: Pick<Known, 'number'>) => {
  const { t } = useLanguage()
  if (number.openIncidents.length === 0) return null
  return (
    <>
      <h3 className="number-heading">{t.numberFacts.openIncidents}</h3>
      <ul className="history">
        {number.openIncidents.map(incident => (
          <li key={incident.id}>
            <a href={hrefOf('desk', 'incident', incident.id)}>{incident.number}</a>
            <span>{t.incidentStatus[incident.status]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const Earlier = ({ call }: Pick<Known, 'call'>) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  if (call.history.length === 0) return null
  return (
    <>
      <h3 className="number-heading">{t.numberFacts.earlier}</h3>
      <ul className="history">
        {call.history.slice(0, shown).map(earlier => (
          <li key={earlier.call}>
            <a
              href={hrefOf('desk', 'call', earlier.call)}
              aria-label={t.numberFacts.openEarlier(dateTime(earlier.openedAt))}
            >
              {dateTime(earlier.openedAt)}
            </a>
            <Badge size="sm" variant="light" tt="none" color={earlier.callClass ? colours[earlier.callClass] : 'gray'}>
              {earlier.callClass ? t.call.classes[earlier.callClass] : t.call.notClassified}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  )
}
