import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as chatWords from '../../src/i18n/chat/id/words.ts'
import { webId } from '../../src/i18n/web-id.ts'

const folder = 'docs/panduan'
const guides = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** Every word that stands on a page or a button. */
const wordsIn = (catalogue: unknown): string[] => {
  if (typeof catalogue === 'string') return [catalogue]
  return catalogue !== null && typeof catalogue === 'object' ? Object.values(catalogue).flatMap(wordsIn) : []
}
const shown = new Set([...wordsIn(webId), ...wordsIn(chatWords)])

/** "tebal" explains the rule itself. */
const bold = guides.flatMap(({ name, text }) =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)]
    .map(([, words = '']) => ({ name, words }))
    .filter(one => one.words !== 'tebal'),
)

test.each(bold)('$name: "$words" stands on a page or a button', ({ words }) => {
  expect([...shown]).toContain(words)
})

test('every picture is there, and every one that is there is shown', () => {
  const used = guides.flatMap(({ text }) => [...text.matchAll(/\(gambar\/([^)]+)\)/g)].map(([, file = '']) => file))
  expect([...new Set(used)].sort()).toEqual(readdirSync(join(folder, 'gambar')).sort())
})

test('every guide is on the list, and its links lead somewhere', () => {
  const [list = ''] = guides.filter(({ name }) => name === 'README.md').map(({ text }) => text)
  for (const { name } of guides) if (name !== 'README.md') expect(list).toContain(`(${name})`)
  for (const { text } of guides) {
    for (const [, file = ''] of text.matchAll(/\]\(([a-z-]+\.md)/g))
      expect(guides.map(({ name }) => name)).toContain(file)
  }
})
