import { Button, Menu } from '@mantine/core'
import { IconVolume, IconVolume3, IconVolumeOff } from '@tabler/icons-react'
import { useKeys } from '../../hooks/use-keys.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { useMute } from '../../signals/use-mute.ts'
import { useSound } from '../../signals/use-sound.ts'

const minuteMs = 60_000
const minutesOffered = [5, 15, 60] as const
/** The key silences for a while only: nobody is to forget it. */
const minutesByKey = 15

/** Whether signals are heard here, in colour and word, and what changes it. */
export const SoundButton = () => {
  const { t } = useLanguage()
  const { sound, state } = useSound()
  const [mute, setMute] = useMute()
  const muteFor = (minutes: number) => setMute({ until: Date.now() + minutes * minuteMs })
  useKeys({ d: () => (mute === null ? muteFor(minutesByKey) : setMute(null)) })

  const words = {
    muted:
      mute === 'untilLifted'
        ? t.sound.muted
        : t.sound.mutedFor(Math.ceil(((mute?.until ?? 0) - Date.now()) / minuteMs)),
    blocked: t.sound.blocked,
    ready: t.sound.on,
  }
  const look = mute === null ? state : 'muted'
  const Icon = { muted: IconVolumeOff, blocked: IconVolume3, ready: IconVolume }[look]
  if (look === 'blocked') {
    return (
      <Button
        className="sound-button"
        data-look={look}
        size="compact-md"
        title={t.sound.blockedHint}
        onClick={sound.allow}
      >
        <Icon size={18} aria-hidden /> <span>{words[look]}</span>
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button className="sound-button" data-look={look} size="compact-md" aria-keyshortcuts="D" title={t.sound.hint}>
          <Icon size={18} aria-hidden /> <span>{words[look]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mute !== null && <Menu.Item onClick={() => setMute(null)}>{t.sound.lift}</Menu.Item>}
        <Menu.Label>{t.sound.mute}</Menu.Label>
        {minutesOffered.map(minutes => (
          <Menu.Item key={minutes} onClick={() => muteFor(minutes)}>
            {t.sound.minutes(minutes)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => setMute('untilLifted')}>{t.sound.untilLifted}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.sound.listen}</Menu.Label>
        <Menu.Item onClick={() => sound.play('urgent')}>{t.sound.tones.urgent}</Menu.Item>
        <Menu.Item onClick={() => sound.play('routine')}>{t.sound.tones.routine}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
