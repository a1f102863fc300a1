import type { Sender } from '../../application/application.ts'
import type { AuditChange } from '../../application/ports/records.ts'
import type { AuditWord } from '../audit-words.ts'
import type { Services } from '../services.ts'

/**
 * Writes down who did or saw what; `subject` is an id, never a name or a text. `change` holds the fields that changed,
 * as they were and as they are: no secret, no caller.
 */
export const note = (
  { audit, serviceClock }: Pick<Services, 'audit' | 'serviceClock'>,
  from: Pick<Sender, 'by'>,
  centre: string | null,
  what: AuditWord,
  subject: string,
  change?: AuditChange,
): Promise<void> => audit.add({ at: serviceClock.now(), centre, by: from.by, what, subject, ...(change && { change }) })
