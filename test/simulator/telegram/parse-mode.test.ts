import { beforeEach, describe, expect, it } from 'vitest'
import { type Rig, refusalOf, rig } from './stand-in.ts'

let sim: Rig
let group: number

beforeEach(async () => {
  sim = await rig()
  group = (await sim.driver.createChat({ title: 'Damkar' })).id
})

type Mode = 'HTML' | 'Markdown' | 'MarkdownV2'

const shown = async (text: string, parse_mode: Mode): Promise<[string, string[]]> => {
  const sent = await sim.api.sendMessage(group, text, { parse_mode })
  const marks = (sent.entities ?? []).map(
    entity => `${entity.type}:${sent.text.slice(entity.offset, entity.offset + entity.length)}`,
  )
  return [sent.text, marks]
}

describe('parse_mode', () => {
  it.each<[Mode, string, string, string[]]>([
    ['HTML', '<b>a <i>b</i></b> &lt;c&gt; &amp; & &#39;', "a b <c> & & '", ['bold:a b', 'italic:b']],
    ['HTML', '<a href="https://contoh.id/?a=1&amp;b=2">x</a>', 'x', ['text_link:x']],
    ['HTML', '<span class="tg-spoiler">s</span><tg-spoiler>t</tg-spoiler>', 'st', ['spoiler:s', 'spoiler:t']],
    [
      'HTML',
      '<pre>p</pre><code>c</code><u>u</u><s>s</s>',
      'pcus',
      ['pre:p', 'code:c', 'underline:u', 'strikethrough:s'],
    ],
    ['HTML', '<blockquote expandable>q</blockquote>', 'q', ['expandable_blockquote:q']],
    [
      'MarkdownV2',
      '*b _i_* __u__ ~s~ ||x|| `c`',
      'b i u s x c',
      ['bold:b i', 'italic:i', 'underline:u', 'strikethrough:s', 'spoiler:x', 'code:c'],
    ],
    ['MarkdownV2', 'a\\.b \\_c\\_', 'a.b _c_', []],
    ['MarkdownV2', '[x](https://contoh.id/a\\)b) ```js\nlet```', 'x let', ['text_link:x', 'pre:let']],
    ['MarkdownV2', '>q\n>r\nz', 'q\nr\nz', ['blockquote:q\nr']],
    [
      'Markdown',
      '*b* _i_ `c` [x](https://contoh.id) a\\_b',
      'b i c x a_b',
      ['bold:b', 'italic:i', 'code:c', 'text_link:x'],
    ],
  ])('%s reads %j', async (mode, source, text, marks) => {
    expect(await shown(source, mode)).toEqual([text, marks])
  })

  it.each<[Mode, string, string]>([
    ['HTML', 'a < b', 'Unclosed start tag at byte offset 2'],
    ['HTML', 'a <x> b', 'Unsupported start tag "x" at byte offset 2'],
    ['HTML', 'é<x>', 'Unsupported start tag "x" at byte offset 2'],
    ['HTML', '<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['HTML', 'a</b>', 'Unexpected end tag at byte offset 1'],
    ['HTML', '<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['HTML', '<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['MarkdownV2', 'Jl. Kaligawe', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['MarkdownV2', 'a *b', "Can't find end of Bold entity at byte offset 2"],
    ['MarkdownV2', 'a `b', "Can't find end of Code entity at byte offset 2"],
    ['Markdown', 'a_b', "Can't find end of the entity starting at byte offset 1"],
  ])('%s refuses %j', async (mode, source, why) => {
    expect(await refusalOf(sim.api.sendMessage(group, source, { parse_mode: mode }))).toBe(
      `400 Bad Request: can't parse entities: ${why}`,
    )
  })

  it('refuses an unknown parse_mode', async () => {
    const body = new URLSearchParams({ chat_id: String(group), text: 'x', parse_mode: 'BBCode' })
    const response = await fetch(`${sim.telegram.apiRoot}/bot${sim.telegram.token}/sendMessage`, {
      method: 'POST',
      body,
    })
    expect(await response.json()).toMatchObject({ description: 'Bad Request: unsupported parse_mode' })
  })
})

describe('given entities', () => {
  it.each([
    [-1, 2, '400 Bad Request: receive an entity with incorrect offset -1'],
    [0, -2, '400 Bad Request: receive an entity with incorrect length -2'],
    [2, 9, '400 Bad Request: entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 4'],
    [1, 1, '400 Bad Request: entity ends in a middle of a UTF-16 symbol at offset 2'],
    [2, 1, '400 Bad Request: entity begins in a middle of a UTF-16 symbol at offset 2'],
  ])('refuses offset %i, length %i', async (offset, length, refusal) => {
    const entities = [{ type: 'bold' as const, offset, length }]
    expect(await refusalOf(sim.api.sendMessage(group, 'a🔥b', { entities }))).toBe(refusal)
  })

  it('refuses an entity of no known kind', async () => {
    const entities = JSON.parse('[{"type":"blink","offset":0,"length":1}]')
    expect(await refusalOf(sim.api.sendMessage(group, 'abc', { entities }))).toMatch(
      /^400 Bad Request: can't parse MessageEntity: /,
    )
  })
})
