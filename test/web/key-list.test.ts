import { expect, test } from 'vitest'
import { keyList } from '../../src/web/components/shell/key-list.ts'

test('a letter or a function key does one thing only', () => {
  const anywhere = keyList.flatMap(([keys]) => keys).filter(key => /^(?:[A-Z/?]|F\d+)$/.test(key))
  expect(anywhere.filter((key, index) => anywhere.indexOf(key) !== index)).toEqual([])
})
