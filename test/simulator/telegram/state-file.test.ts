import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { onCleanup, refusalOf, rig, TOKEN } from './stand-in.ts'

let stateFile: string

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telegram-stand-in-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  stateFile = join(folder, 'world.json')
})

it('keeps people, chats, messages, files, numbers and open updates over a restart', async () => {
  const first = await rig({ stateFile })
  const sari = await first.driver.createUser({ firstName: 'Sari', username: 'sari' })
  const group = await first.driver.createChat({ title: 'Damkar', members: [sari.id], labels: ['agency: DAMKAR'] })
  const card = await first.api.sendMessage(group.id, 'kartu')
  await first.api.editMessageText(group.id, card.message_id, 'kartu 2')
  await first.driver.start(sari.id)
  const photo = await first.driver.say(sari.id, { as: sari.id, photo: 'banjir' })
  const updates = await first.api.getUpdates()
  await first.telegram.close()

  const second = await rig({ stateFile })
  expect(await second.driver.user('@sari')).toMatchObject({ id: sari.id, started: true })
  expect((await second.driver.messages('agency: DAMKAR')).at(-1)).toMatchObject({ text: 'kartu 2', edits: 1 })
  expect(await second.api.getUpdates()).toEqual(updates)
  const fileId = updates.at(-1)?.message?.photo?.at(-1)?.file_id ?? ''
  const { file_path: path } = await second.api.getFile(fileId)
  const bytes = await (await fetch(`${second.telegram.apiRoot}/file/bot${TOKEN}/${path}`)).arrayBuffer()
  expect(bytes.byteLength).toBeGreaterThan(10_000)
  const next = await second.api.sendMessage(group.id, 'lagi')
  expect(next.message_id).toBe(photo.messageId + 1)
  expect(await refusalOf(second.api.editMessageText(group.id, card.message_id, 'kartu 3'))).toBe('no refusal')
})

it('saves while it runs, and gives no number out twice after a kill', async () => {
  const first = await rig({ stateFile })
  const group = await first.driver.createChat({ title: 'Damkar' })
  const card = await first.api.sendMessage(group.id, 'kartu')
  const saved = await first.driver.waitFor(async () => {
    const text = await readFile(stateFile, 'utf8').catch(() => '')
    return text.includes('"kartu"') ? text : undefined
  }, 5_000)
  const lost = await first.api.sendMessage(group.id, 'belum tersimpan')
  const [update] = await first.api.getUpdates({ offset: -1 })
  await first.telegram.close()
  await writeFile(stateFile, saved)

  const second = await rig({ stateFile })
  const next = await second.api.sendMessage(group.id, 'lagi')
  expect(next.message_id).toBeGreaterThan(lost.message_id)
  expect(await refusalOf(second.api.editMessageText(group.id, card.message_id, 'kartu 2'))).toBe('no refusal')
  expect(await refusalOf(second.api.editMessageText(group.id, lost.message_id, 'x'))).toBe(
    '400 Bad Request: message to edit not found',
  )
  await second.driver.start((await second.driver.createUser({ firstName: 'Budi' })).id)
  const [later] = await second.api.getUpdates({ offset: -1 })
  expect(later?.update_id).toBeGreaterThan(update?.update_id ?? Number.MAX_SAFE_INTEGER)
})

it('refuses a file of another version', async () => {
  await writeFile(stateFile, '{"schema":99}')
  await expect(rig({ stateFile })).rejects.toThrow(/is not a saved world of this version/)
})
