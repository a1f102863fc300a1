import type { Decision } from '../../refusal.ts'
import type { IncidentEffect, StoredEffect } from '../effects.ts'
import type { IncidentEvent, Recorded } from '../events.ts'

export type IncidentDecision = Decision<Recorded<IncidentEvent>, StoredEffect<IncidentEffect>>
