import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLanguage } from '../../../lang/language-provider.tsx'

interface Props<Row> {
  /** what the rows are, for their names */
  label: string
  hint?: string
  add: string
  rows: readonly Row[]
  fresh: Row
  onChange: (rows: Row[]) => void
  /** the fields of one row; `nameOf` names each of them for screen readers */
  children: (row: Row, change: (row: Row) => void, nameOf: (field: string) => string) => ReactNode
}

/** A list that is edited in place: one line a row, each can be taken away, one button adds another. */
export const Rows = <Row,>({ label, hint, add, rows, fresh, onChange, children }: Props<Row>) => {
  const { t } = useLanguage()
  return (
    <fieldset className="plain-fieldset">
      <legend>{label}</legend>
      {hint !== undefined && <p className="rows-hint">{hint}</p>}
      <ul className="edit-rows">
        {rows.map((row, index) => {
          const place = index + 1
          return (
            // a row is known by its place alone while it is edited
            <li key={`row ${place.toString()}`}>
              <div className="edit-fields">
                {children(
                  row,
                  changed => onChange(rows.map((one, at) => (at === index ? changed : one))),
                  field => t.rules.row(label, place, field),
                )}
              </div>
              <ActionIcon
                variant="subtle"
                color="red"
                size="input-sm"
                aria-label={t.rules.removeRow(label, place)}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...rows, fresh])}
      >
        {add}
      </Button>
    </fieldset>
  )
}
