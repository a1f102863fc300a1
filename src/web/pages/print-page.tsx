import { Button, Group } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { QueryState } from '../components/common/query-state.tsx'
import { PrintedForm } from '../components/print/printed-form.tsx'
import { PrintedIncident } from '../components/print/printed-incident.tsx'
import { useRoute } from '../hooks/use-route.ts'
import { useIncident } from '../hooks/use-service.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import '../styles/print.css'

/** What goes on paper, as it will look there: an incident, or the empty form for outages. */
export const PrintPage = () => {
  const { t } = useLanguage()
  const [kind, id] = useRoute().parts
  return (
    <div className="page page-sunken print-page">
      <Group className="print-bar" justify="space-between">
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => history.back()}>
          {t.print.back}
        </Button>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {t.print.printNow}
        </Button>
      </Group>
      {kind === 'incident' && id !== undefined ? <PrintedById id={id} /> : <PrintedForm />}
    </div>
  )
}

const PrintedById = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  const incident = useIncident(id)
  return (
    <QueryState query={incident} notFound={t.incident.notFound}>
      {view => <PrintedIncident incident={view} />}
    </QueryState>
  )
}
