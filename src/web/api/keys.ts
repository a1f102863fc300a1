/** Names under which answers are kept; a live event renews them by these names. */
export const keys = {
  session: ['session'],
  health: ['health'],
  calls: (centre: string) => ['centre', centre, 'calls'],
  call: (centre: string, call: string) => ['centre', centre, 'call', call],
  board: (centre: string) => ['centre', centre, 'board'],
  incident: (centre: string, incident: string) => ['centre', centre, 'incident', incident],
  archive: (centre: string, ...asked: string[]) => ['centre', centre, 'archive', ...asked],
  // not under the centre: what happens now renews no figures of what is over
  figures: (centre: string, period: string, agency: string | null) => ['figures', centre, period, agency ?? ''],
  runCards: (centre: string, version: number) => ['centre', centre, 'runCards', String(version)],
  storm: (centre: string) => ['centre', centre, 'storm'],
  duty: (centre: string) => ['centre', centre, 'duty'],
  agencies: (centre: string) => ['centre', centre, 'agencies'],
  centre: (centre: string) => ['centre', centre],
  admin: (...parts: string[]) => ['admin', ...parts],
} as const
