import { Kbd } from '@mantine/core'
import { IconMap2 } from '@tabler/icons-react'
import { useRef } from 'react'
import { useKeys } from '../../hooks/use-keys.ts'
import { go, hrefOf, type Route } from '../../hooks/use-route.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Whether the desk shows the map, and the way between it and what was in hand before. */
export const useMapToggle = ({ parts }: Route) => {
  const before = useRef<string[]>([])
  const isOpen = parts[0] === 'map'
  if (!isOpen) before.current = parts
  const close = () => go('desk', ...before.current)
  useKeys({ m: () => (isOpen ? close() : go('desk', 'map')) })
  return { isOpen, close }
}

export const MapButton = ({ isOpen }: { isOpen: boolean }) => {
  const { t } = useLanguage()
  return (
    <a className="follow-up-bar" href={hrefOf('desk', 'map')} aria-current={isOpen ? 'page' : undefined}>
      <IconMap2 size={16} aria-hidden />
      <span>{t.map.toggle}</span>
      <Kbd size="xs" aria-hidden>
        M
      </Kbd>
    </a>
  )
}
