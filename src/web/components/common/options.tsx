import { Combobox } from '@mantine/core'
import type { ReactNode } from 'react'

interface ListProps {
  /** what the field names with aria-controls */
  id: string
  label: string
  className: string
  busy?: boolean
  children: ReactNode
}

/** A list that a text field of ours works with its keys: the focus stays in the field, which points at one option. */
export const Options = ({ id, label, className, busy = false, children }: ListProps) => (
  <Combobox unstyled>
    <Combobox.Options id={id} className={className} aria-label={label} aria-busy={busy}>
      {children}
    </Combobox.Options>
  </Combobox>
)

interface OptionProps {
  /** what the field names with aria-activedescendant */
  id: string
  className: string
  highlighted: boolean
  /** read instead of the contents */
  label?: string
  busy?: boolean
  onPick: () => void
  children: ReactNode
}

export const Option = ({ id, className, highlighted, label, busy = false, onPick, children }: OptionProps) => (
  <Combobox.Option
    value={id}
    id={id}
    className={className}
    aria-selected={highlighted}
    aria-busy={busy}
    {...(label !== undefined && { 'aria-label': label })}
    onClick={onPick}
  >
    {children}
  </Combobox.Option>
)
