import type { WebTexts } from '../../../i18n/web-id.ts'

/** Every key of the page, as the list of keys shows them, and what it does. */
export const keyList: readonly (readonly [keys: readonly string[], meaning: keyof WebTexts['keyboard']])[] = [
  [['N', 'F2'], 'newCall'],
  [['P'], 'number'],
  [['1', '2', '3', '4'], 'classify'],
  [['5'], 'attachFromCall'],
  [['T'], 'dropped'],
  [['F10'], 'endCall'],
  [['↑', '↓', 'Enter'], 'answers'],
  [['F4'], 'attach'],
  [['B'], 'followUp'],
  [['M'], 'map'],
  [['↑', '↓'], 'board'],
  [['Enter'], 'openItem'],
  [['/'], 'search'],
  [['U'], 'resort'],
  [['Esc'], 'leaveField'],
  [['F8'], 'submit'],
  [['F9'], 'dispatch'],
  [['S'], 'openSignal'],
  [['X'], 'seeSignal'],
  [['D'], 'mute'],
  [['?'], 'help'],
]
