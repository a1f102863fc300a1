import { Text } from '@mantine/core'
import type { EditionView } from '../../../../admin-api/contract/index.ts'
import { useTimes } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** What there is now: how many, since when, by whom. */
export const PresentEdition = ({ edition }: { edition: EditionView | null }) => {
  const { t } = useLanguage()
  const { dateTime } = useTimes()
  if (!edition) return <Text c="dimmed">{t.mapAdmin.none}</Text>
  const { count, at, by, approximate } = edition
  return (
    <Text size="sm">
      {t.mapAdmin.present(count, dateTime(at), by)}
      {approximate && ` · ${t.mapAdmin.training}`}
    </Text>
  )
}
