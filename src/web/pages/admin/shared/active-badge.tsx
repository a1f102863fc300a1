import { Badge } from '@mantine/core'
import { useLanguage } from '../../../lang/language-provider.tsx'

export const ActiveBadge = ({ active }: { active: boolean }) => {
  const { t } = useLanguage()
  return (
    <Badge color={active ? 'teal' : 'gray'} variant="light" tt="none">
      {active ? t.common.active : t.common.inactive}
    </Badge>
  )
}
