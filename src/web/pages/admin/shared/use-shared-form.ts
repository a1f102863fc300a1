import { useState } from 'react'
import { type Conflict, changesOf, rebase } from '../../../admin/rebase.ts'
import { Refused } from '../../../api/errors.ts'
import { useAdminCommand } from '../use-admin.ts'

interface Options<Stored, Fields> {
  stored: Stored
  /** what of it the form shows */
  fieldsOf: (stored: Stored) => Fields
  /** `shown` is the record that the form goes out from */
  send: (
    change: { was: Partial<Fields>; to: Partial<Fields> },
    key: string,
    centre: string,
    shown: Stored,
  ) => Promise<Stored>
  /** reads what is stored by now, after somebody else was faster */
  reload: () => Promise<Stored>
  said?: string
  onDone?: () => void
}

/**
 * A form on a record that others may change at the same moment. Only what was changed here is sent, together with what
 * the form showed; where somebody else was faster, both values stand side by side until one is chosen.
 */
export const useSharedForm = <Stored, Fields extends object>({
  stored,
  fieldsOf,
  send,
  reload,
  said,
  onDone,
}: Options<Stored, Fields>) => {
  const [shown, setShown] = useState(stored)
  const base = fieldsOf(shown)
  const [fields, setFields] = useState(base)
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const change = changesOf(base, fields)

  const overtaken = async (): Promise<void> => {
    const now = await reload()
    const { parts, conflicts: both } = rebase(base, fields, fieldsOf(now))
    setShown(now)
    setFields(parts)
    setConflicts(both)
  }

  const command = useAdminCommand(
    (_: undefined, key, centre) => send(change, key, centre, shown),
    result => {
      // the server writes numbers its own way
      setShown(result)
      setFields(fieldsOf(result))
      onDone?.()
    },
    {
      ...(said !== undefined && { said }),
      onRefused: refusal => {
        if (!(refusal instanceof Refused) || refusal.code !== 'changedMeanwhile') return false
        void overtaken()
        return true
      },
    },
  )
  const settle = (name: string, value: unknown): void => {
    setFields(before => ({ ...before, [name]: value }))
    setConflicts(before => before.filter(conflict => conflict.name !== name))
  }

  return {
    fields,
    set: (given: Partial<Fields>) => setFields(before => ({ ...before, ...given })),
    reset: () => {
      setFields(base)
      setConflicts([])
    },
    changed: Object.keys(change.to).length > 0,
    conflicts,
    settle,
    save: () => command.send(),
    busy: command.busy,
  }
}
