const formats = new Map<string, Intl.DateTimeFormat>()

/** Time of day in the centre's zone: "14.05 WIB". `at` is ms since 1970 UTC. */
export const timeOfDay = (at: number, timeZone: string): string => {
  const known = formats.get(timeZone)
  const format =
    known ?? new Intl.DateTimeFormat('id-ID', { timeZone, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
  if (!known) formats.set(timeZone, format)
  return format.format(at)
}

/** A span in words, at most two units: "45 detik", "3 menit", "1 menit 30 detik", "2 jam 5 menit". */
export const spanInWords = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = whole % 60
  const parts = hours > 0 ? [word(hours, 'jam'), word(minutes, 'menit')] : [word(minutes, 'menit'), word(rest, 'detik')]
  return parts.filter(part => part !== '').join(' ') || '0 detik'
}

const word = (count: number, unit: string): string => (count > 0 ? `${count} ${unit}` : '')
