/** Words of what calls: the bar at the foot of the page, and the sound. */
export const signalsEn = {
  signals: {
    title: 'Calls for attention',
    handOff: 'Incident waits to be taken',
    phone: 'Phone task',
    escalation: 'Limit passed',
    open: 'Open',
    seen: 'Seen',
    since: (span: string) => `for ${span}`,
    others: (count: number) => `${count} more`,
    seeAll: 'Mark all as seen',
  },
  sound: {
    on: 'Sound',
    hint: 'Sound of calls for attention (D)',
    blocked: 'Sound blocked',
    blockedHint: 'The browser does not allow sound yet. Press to allow it.',
    muted: 'Muted',
    mutedFor: (minutes: number) => `Muted ${minutes} min`,
    mute: 'Mute for',
    minutes: (minutes: number) => `${minutes} minutes`,
    untilLifted: 'Until unmuted',
    lift: 'Unmute',
    listen: 'Listen to an example',
    tones: { urgent: 'Urgent', routine: 'Routine' },
  },
}
