import { describe, expect, test } from 'vitest'
import { hasTest } from '../../support/named-tests.ts'

/**
 * Every row of our table of Telegram's errors, and every other thing that we know of it, with the test that makes it
 * happen through real grammY against the stand-in.
 */
const folder = 'test/bots/telegram'
const badDays = `${folder}/bad-days.test.ts`
const channel = `${folder}/channel.test.ts`
const flow = `${folder}/flow.test.ts`
const poller = `${folder}/poller.test.ts`
const press = `${folder}/press.test.ts`
const webhook = `${folder}/webhook.test.ts`
const longTexts = 'test/flows/hostile-text.test.ts'

describe('errors', () => {
  test.each([
    ['429: this chat only', badDays, 'this chat only is paused; the same message goes again after N seconds'],
    ['429 on an edit', badDays, 'on an edit: an alert of the same chat waits with it'],
    ['429 by the limits themselves', channel, 'too many messages to one group are refused with the seconds to wait'],
    ['400 migrated', badDays, 'the group is bound anew, the alert goes there, nobody is told'],
    ['400 not modified', channel, 'to what is shown already is success'],
    ['400 message to edit not found', badDays, 'a card that was deleted comes anew, with live buttons'],
    ["400 message can't be edited", badDays, 'a card that Telegram lets nobody edit comes anew'],
    ['400 query is too old', press, 'too late for an answer is no failure: the press counts'],
    ["400 can't parse entities", channel, 'shows hostile text as typed, with its spans, buttons and no preview'],
    ['400 chat not found', badDays, 'Bad Request: chat not found'],
    ['400 not enough rights', badDays, 'Bad Request: not enough rights to send text messages to the chat'],
    ['400 message thread not found', badDays, 'a topic that somebody deleted'],
    ['403 kicked', badDays, 'Forbidden: bot was kicked from the group chat'],
    ['403 not a member', badDays, 'Forbidden: bot is not a member of the supergroup chat'],
    ['403 group deleted', badDays, 'Forbidden: the group chat was deleted'],
    ['403 blocked', badDays, 'Forbidden: bot was blocked by the user'],
    ['403 deactivated', badDays, 'Forbidden: user is deactivated'],
    ["403 can't initiate", badDays, "Forbidden: bot can't initiate conversation with a user"],
    ['403 as the stand-in says it by itself', channel, 'a kicked bot, a deleted group, a blocking user and an unknown'],
    ['401 at the start', poller, 'a wrong token is said plainly, and nobody polls'],
    ['401 later', poller, 'a token that turns wrong stops the polling'],
    ['404', channel, "['404', error(404), 'permanent', 'permanent']"],
    ['409: a foreign poller', poller, 'a foreign program that polls with our token makes us step back, and try again'],
    ['409: our own', poller, 'of two processes one polls, and the other follows when it stops'],
    ['5xx on an edit', badDays, 'is temporary: the edit is made a little later, nothing is repeated'],
    ['other 4xx', badDays, 'it goes once more, short and plain, with its buttons'],
    ['other 4xx, twice', badDays, 'refused again: the next rung and an alarm, the chat stays well'],
    ['5xx on a send', badDays, '500, though it was shown'],
    ['connection lost', badDays, 'the connection is cut after it was shown'],
    ['timeout', channel, 'no answer, but shown'],
    ['never written', channel, 'a refused connection surely sent nothing'],
  ])('%s', (_row, file, title) => expect(hasTest({ file, title }), `${file}: ${title}`).toBe(true))
})

describe('what else is known', () => {
  test.each([
    ['updates come at least once', poller, 'what Telegram sends twice is kept once'],
    ['stored before confirmed', poller, 'an update is confirmed only when the inbox has it'],
    ['webhook: 200 after storing', webhook, 'does not say 200 to what could not be stored, so that it comes again'],
    ['webhook: the secret', webhook, 'refuses whoever does not know the secret'],
    ['4096 characters', longTexts, 'a text longer than a message is cut on the card and says where the rest is'],
    ['a popup of 200 characters', press, 'that is short is a popup'],
    ['…longer', press, 'that is long opens the private chat, where its link brings it'],
    ['my_chat_member: put out, back', badDays, 'the bot is put out: red and told before any send fails'],
    ['my_chat_member: blocked, opened', badDays, 'a person blocks the bot and opens the chat again'],
    ['migration told before or after', badDays, "test.each(['before', 'after'] as const)("],
    ['message_thread_id', channel, 'goes to the forum topic that it is meant for'],
    [
      'an anonymous administrator',
      flow,
      'an anonymous administrator pairs, too, and a forum topic is a chat of its own',
    ],
    ['InaccessibleMessage', flow, 'a press whose message is out of reach still counts'],
    ['no retry behind our back', badDays, 'a send whose end nobody knows goes again and says so'],
  ])('%s', (_fact, file, title) => expect(hasTest({ file, title }), `${file}: ${title}`).toBe(true))
})
