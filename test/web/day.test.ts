import { describe, expect, it } from 'vitest'
import { parseDay, sayDay } from '../../src/web/time/day.ts'

describe('a day in a field', () => {
  it('is shown day first, as people write it here', () => {
    expect(sayDay('2026-01-05')).toBe('05/01/2026')
    expect(sayDay('')).toBe('')
  })

  it.each(['5/1/2026', '05/01/2026', '5.1.26', ' 05-01-2026 ', '5 1 2026', '2026-01-05'])(
    'is read from "%s"',
    typed => {
      expect(parseDay(typed)).toBe('2026-01-05')
    },
  )

  it.each(['', '5/1', '5/1/202', '31/02/2026', '5/13/2026', '2026-1-5', 'kemarin'])('is not "%s"', typed => {
    expect(parseDay(typed)).toBeNull()
  })

  it('comes back as it was shown', () => {
    for (const day of ['2024-02-29', '2026-12-31', '1999-01-01']) expect(parseDay(sayDay(day))).toBe(day)
  })
})
