/**
 * Every reason for which the core refuses a command. Each has a sentence in `src/i18n` and an HTTP status in
 * `src/admin-api`; a refused command changes nothing.
 */
export const refusalCodes = [
  'alreadyExists',
  'notFound',
  'alreadyDone',
  'notNow',
  'intakeIncomplete',
  'unknownType',
  'pointOutsideWorld',
  'negativeCount',
  'placeMissing',
  'leadMissing',
  'duplicateAgency',
  'notTaken',
  'notYourAssignment',
  'undoExpired',
  'nothingToUndo',
  'reasonMissing',
  'timeInFuture',
  'timeBeforeStart',
  'reportsOpen',
  'cannotTransport',
  'incidentOver',
  'outcomeMissing',
  'promptClosed',
  'clockNotRunning',
  'messageEmpty',
  'pointMissing',
  'nobodyToTell',
  'attemptsMissing',
  'timesOutOfOrder',
  'timeMissing',
  'agencyNotTold',
  'reopenExpired',
  'notOwner',
  'stepNotCorrectable',
  'timeBackwards',
  'stepsImpossible',
  'unitInvalid',
  'unknownUnit',
  'sameCentre',
  'sameIncident',
  'otherCentre',
  'alreadyDispatched',
  'mergeOtherWay',
  'notAttached',
  'noConflict',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A typed "no": the code, and the facts that its sentence mentions (who did what when, what is missing). */
export interface Refusal {
  code: RefusalCode
  params: Record<string, string | number>
}

export type Decision<Event, Effect> =
  | { accepted: true; events: Event[]; effects: Effect[] }
  | { accepted: false; refusal: Refusal }

export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): { accepted: false; refusal: Refusal } => ({
  accepted: false,
  refusal: { code, params },
})

export const accept = <Event, Effect>(
  events: Event[],
  effects: Effect[] = [],
): { accepted: true; events: Event[]; effects: Effect[] } => ({ accepted: true, events, effects })
