import { Button, Group, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { PaperForm } from '../components/paper/paper-form.tsx'
import { hrefOf } from '../hooks/use-route.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import '../styles/paper.css'

/** For the time after an outage: what was written on paper goes into the system. */
export const PaperPage = () => {
  const { t } = useLanguage()
  return (
    <div className="page page-sunken">
      <div className="paper">
        <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md">
          <div>
            <Title order={1} size="h2">
              {t.paper.title}
            </Title>
            <Text size="sm" c="dimmed">
              {t.paper.hint} {t.paper.kept}
            </Text>
          </div>
          <Button
            component="a"
            href={hrefOf('print', 'form')}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            style={{ flex: 'none' }}
          >
            {t.paper.printForm}
          </Button>
        </Group>
        <PaperForm />
      </div>
    </div>
  )
}
