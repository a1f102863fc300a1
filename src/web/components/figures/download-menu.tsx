import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { csvPath, exportTables, xlsxPath } from '../../api/figures.ts'
import { useSigned } from '../../hooks/use-centre.tsx'
import { useLanguage } from '../../lang/language-provider.tsx'

/** The figures as files, in the language of the page. */
export const DownloadMenu = ({ period, agency }: { period: string; agency: string | null }) => {
  const { t, lang } = useLanguage()
  const { centre } = useSigned()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t.figures.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={xlsxPath(centre.code, period, agency, lang)} download>
          {t.figures.exportXlsx}
        </Menu.Item>
        {exportTables.map(table => (
          <Menu.Item key={table} component="a" href={csvPath(centre.code, period, agency, lang, table)} download>
            {t.figures.exportCsv(t.figures.tables[table])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
