import { expect, test } from 'vitest'
import WhatsAppWeb, { type Message, type PollVote, type Reaction } from 'whatsapp-web.js'
import { next, until } from '../linked-client.ts'
import { BUDI, type Shared } from './shared.ts'

export function changes(shared: () => Shared): void {
  test('the library edits its own message', async () => {
    const { at, client, group } = shared()
    const sent = await client.sendMessage(group, 'Status: diberitahu', { waitUntilMsgSent: true })
    const edited = await sent.edit('Status: meluncur', { linkPreview: false })
    expect(edited?.body).toBe('Status: meluncur')
    expect((await at.driver.messages('DAMKAR')).at(-1)).toMatchObject({
      text: 'Status: meluncur',
      edited: true,
      versions: [{ text: 'Status: diberitahu' }, { text: 'Status: meluncur' }],
    })
  })

  test('after fifteen minutes of service time nothing can be edited', async () => {
    const { at, client, group } = shared()
    const sent = await client.sendMessage(group, 'kartu lama', { waitUntilMsgSent: true })
    at.forward(16 * 60_000)
    await at.driver.say('DAMKAR', { as: 'Budi', text: 'lama kemudian' })
    await at.driver.waitIdle(5_000)
    expect(await sent.edit('kartu baru', { linkPreview: false })).toBeNull()
    expect((await at.driver.messages('DAMKAR')).map(({ text }) => text)).not.toContain('kartu baru')
  })

  test("a member's edit is told with the old and the new text", async () => {
    const { at, client } = shared()
    const said = await at.driver.say('DAMKAR', { as: 'Budi', text: '1' })
    const edit = next(client, 'message_edit')
    await at.driver.edit('DAMKAR', said.id, '2')
    const [message, now, before] = (await edit) as [Message, string, string]
    expect([message.id.id, now, before]).toEqual([said.id, '2', '1'])
  })

  test('the library deletes its message for everyone, and learns of a member who does so', async () => {
    const { at, client, group } = shared()
    const sent = await client.sendMessage(group, 'salah kirim', { waitUntilMsgSent: true })
    await sent.delete(true)
    expect((await at.driver.messages('DAMKAR')).at(-1)).toMatchObject({ deleted: true, text: '' })
    const said = await at.driver.say('DAMKAR', { as: 'Sari', text: 'keliru' })
    const revoked = next(client, 'message_revoke_everyone')
    await at.driver.deleteMessage('DAMKAR', said.id)
    const [after] = (await revoked) as [Message]
    expect(after).toMatchObject({ type: 'revoked', body: '' })
    expect(after.id.id).toBe(said.id)
  })

  test('reactions go both ways, and back', async () => {
    const { at, client } = shared()
    const heard = next(client, 'message')
    const said = await at.driver.say('DAMKAR', { as: 'Budi', text: '7 selesai' })
    const [message] = (await heard) as [Message]
    await message.react('👍')
    const owner = at.whatsapp.ownerPhone
    expect((await at.driver.messages('DAMKAR')).at(-1)?.reactions).toEqual({ [owner]: '👍' })
    const reactions: Reaction[] = []
    client.on('message_reaction', (reaction: Reaction) => reactions.push(reaction))
    await at.driver.react('DAMKAR', said.id, 'Sari', '🙏')
    await at.driver.react('DAMKAR', said.id, 'Sari', '')
    await until('both', () => reactions[1])
    expect(reactions.map(({ reaction }) => reaction)).toEqual(['🙏', ''])
    expect(reactions[0]?.msgId.id).toBe(said.id)
  })

  test('a poll is voted on, changed and withdrawn', async () => {
    const { at, client, group } = shared()
    const options = ['Kami tangani', 'Tidak bisa']
    const sent = await client.sendMessage(group, new WhatsAppWeb.Poll('A7K: bagaimana?', options), {
      waitUntilMsgSent: true,
    })
    const votes: PollVote[] = []
    client.on('vote_update', (vote: PollVote) => votes.push(vote))
    await at.driver.vote('DAMKAR', sent.id.id, 'Budi', ['Kami tangani'])
    await at.driver.vote('DAMKAR', sent.id.id, 'Budi', ['Tidak bisa'])
    await at.driver.vote('DAMKAR', sent.id.id, 'Budi', [])
    await until('three updates', () => votes[2])
    expect(votes.map(vote => vote.selectedOptions.map(({ name }) => name))).toEqual([
      ['Kami tangani'],
      ['Tidak bisa'],
      [],
    ])
    expect(votes[0]?.voter).toBe(`${BUDI}@c.us`)
    expect(votes[0]?.parentMessage.id.id).toBe(sent.id.id)
    expect((await at.driver.messages('DAMKAR')).at(-1)).toMatchObject({
      kind: 'poll',
      text: 'A7K: bagaimana?',
      poll: { options, single: true },
      votes: {},
    })
  })

  test("the library votes on a member's poll and reads who chose what", async () => {
    const { at, client } = shared()
    const heard = next(client, 'message')
    const poll = { question: 'Siapa piket?', options: ['Budi', 'Sari'], single: true }
    const said = await at.driver.say('DAMKAR', { as: 'Sari', poll })
    const [message] = (await heard) as [Message]
    expect(message).toMatchObject({ type: 'poll_creation', pollName: 'Siapa piket?', allowMultipleAnswers: false })
    await at.driver.vote('DAMKAR', said.id, 'Budi', ['Sari'])
    await message.vote(['Budi'])
    await at.driver.waitIdle(5_000)
    const votes = await client.getPollVotes(message.id._serialized)
    expect(votes.map(({ voter, selectedOptions }) => [voter, selectedOptions[0]?.name])).toEqual([
      [`${BUDI}@c.us`, 'Sari'],
      [`${at.whatsapp.ownerPhone}@c.us`, 'Budi'],
    ])
  })
}
