import { useState } from 'react'

/** Which questions were asked, by incident: kept in this tab only, as a help while the caller is on the line. */
const storageKey = (incident: string, type: string) => `tanggap.asked.${incident}.${type}`

export const useAsked = (incident: string, type: string): [asked: readonly number[], flip: (index: number) => void] => {
  const [asked, setAsked] = useState<readonly number[]>(() => {
    const kept = sessionStorage.getItem(storageKey(incident, type)) ?? ''
    return kept === '' ? [] : kept.split(',').map(Number)
  })
  const flip = (index: number) => {
    const now = asked.includes(index) ? asked.filter(one => one !== index) : [...asked, index]
    sessionStorage.setItem(storageKey(incident, type), now.join(','))
    setAsked(now)
  }
  return [asked, flip]
}
