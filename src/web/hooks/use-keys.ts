import { useEffect, useRef } from 'react'

type Keys = Record<string, (event: KeyboardEvent) => void>

/** A tick or a choice that has the focus takes no letters. */
const takesNoLetters = 'input:is([type="checkbox"], [type="radio"])'

const typing = ({ target, key }: KeyboardEvent): boolean => {
  if (!(target instanceof HTMLElement)) return false
  // arrows move between the choices of a group
  if (target.matches(takesNoLetters)) return key.startsWith('Arrow')
  return target.isContentEditable || target.matches('input, textarea, select')
}

const dialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null

/** Function keys and keys with Ctrl work while somebody types, letters and digits do not; none works under a dialog. */
const passes = (event: KeyboardEvent): boolean => /^F\d+$/.test(event.key) || event.ctrlKey || !typing(event)

/** Keyboard of the page: names as `KeyboardEvent.key` gives them, lower case, `ctrl+` before where Ctrl is held. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.metaKey || event.defaultPrevented || dialogOpen() || !passes(event))
        return
      const act = latest.current[`${event.ctrlKey ? 'ctrl+' : ''}${event.key.toLowerCase()}`]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
