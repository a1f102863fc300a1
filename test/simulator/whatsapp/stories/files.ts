import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import WhatsAppWeb, { type Message } from 'whatsapp-web.js'
import { next } from '../linked-client.ts'
import type { Shared } from './shared.ts'

const media = new URL('../../../../src/simulator/shared/media/', import.meta.url)
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export function files(shared: () => Shared): void {
  const told = async (say: () => Promise<unknown>): Promise<Message> => {
    const heard = next(shared().client, 'message')
    await say()
    const [message] = (await heard) as [Message]
    return message
  }

  test('a photo of a member is downloaded byte for byte', async () => {
    const { at } = shared()
    const message = await told(() => at.driver.say('DAMKAR', { as: 'Budi', photo: 'kebakaran', caption: 'di lokasi' }))
    expect(message).toMatchObject({ type: 'image', hasMedia: true, body: 'di lokasi' })
    const file = await message.downloadMedia()
    expect(file.mimetype).toBe('image/jpeg')
    expect(hash(Buffer.from(file.data, 'base64'))).toBe(hash(await readFile(new URL('kebakaran.jpg', media))))
  })

  test('a photo of the library arrives in the group byte for byte', async () => {
    const { at, client, group } = shared()
    const picture = await readFile(new URL('banjir.jpg', media))
    const photo = new WhatsAppWeb.MessageMedia('image/jpeg', picture.toString('base64'))
    await client.sendMessage(group, photo, { caption: 'foto dari operator', waitUntilMsgSent: true })
    const shown = (await at.driver.messages('DAMKAR')).at(-1)
    expect(shown).toMatchObject({ kind: 'media', text: 'foto dari operator', media: { kind: 'image' } })
    expect(hash(await at.driver.file(shown?.media?.fileId ?? ''))).toBe(hash(picture))
  })

  test('the library sends a voice note, a sticker and a document', async () => {
    const { at, client, group } = shared()
    const { MessageMedia } = WhatsAppWeb
    const picture = (await readFile(new URL('ambulans-small.jpg', media))).toString('base64')
    const paper = Buffer.from('isi').toString('base64')
    const sent = { waitUntilMsgSent: true }
    await client.sendMessage(group, new MessageMedia('audio/ogg', paper), { ...sent, sendAudioAsVoice: true })
    await client.sendMessage(group, new MessageMedia('image/jpeg', picture), { ...sent, sendMediaAsSticker: true })
    await client.sendMessage(group, new MessageMedia('application/pdf', paper, 'laporan.pdf'), sent)
    const shown = (await at.driver.messages('DAMKAR')).slice(-3).map(message => message.media)
    expect(shown).toMatchObject([
      { kind: 'ptt', mime: 'audio/ogg' },
      { kind: 'sticker', mime: 'image/webp' },
      { kind: 'document', mime: 'application/pdf', name: 'laporan.pdf', size: 3 },
    ])
  })

  test('voice notes, stickers, documents and places are told as what they are', async () => {
    const { at } = shared()
    const voice = await told(() => at.driver.say('DAMKAR', { as: 'Sari', voice: { seconds: 7 } }))
    expect(voice).toMatchObject({ type: 'ptt', hasMedia: true, duration: '7' })
    const sticker = await told(() => at.driver.say('DAMKAR', { as: 'Sari', sticker: true }))
    expect(sticker).toMatchObject({ type: 'sticker', hasMedia: true, body: '' })
    const base64 = Buffer.from('isi').toString('base64')
    const document = { name: 'laporan.pdf', mime: 'application/pdf', base64 }
    const paper = await told(() => at.driver.say('DAMKAR', { as: 'Sari', document }))
    expect(await paper.downloadMedia()).toMatchObject({ mimetype: 'application/pdf', data: base64 })
    const location = { latitude: -6.9667, longitude: 110.4167, name: 'Simpang Lima' }
    const place = await told(() => at.driver.say('DAMKAR', { as: 'Sari', location }))
    expect(place.location).toMatchObject({ latitude: -6.9667, longitude: 110.4167, name: 'Simpang Lima' })
  })

  test.each(['expired', 'missing'] as const)('a file that is %s downloads as undefined', async gone => {
    const { at } = shared()
    const message = await told(async () => {
      const said = await at.driver.say('DAMKAR', { as: 'Budi', photo: 'ambulans' })
      await at.driver.setMedia('DAMKAR', said.id, gone)
    })
    await at.driver.waitIdle(5_000)
    expect(await message.downloadMedia()).toBeUndefined()
  })

  test('a file that is broken fails to download', async () => {
    const { at } = shared()
    const message = await told(async () => {
      const said = await at.driver.say('DAMKAR', { as: 'Budi', photo: 'ambulans' })
      await at.driver.setMedia('DAMKAR', said.id, 'broken')
    })
    await expect(message.downloadMedia()).rejects.toThrow('MediaNotFoundError: 500')
  })
}
