import { ChatList } from './chat-list.js'
import { dialogs } from './dialogs.js'
import { byId } from './dom.js'
import { FaultPanel } from './faults.js'
import { language } from './i18n.js'
import { goLive, watchStatus } from './live.js'
import { Phones } from './phones.js'
import { platforms } from './platforms/index.js'
import { store } from './store.js'
import { Top } from './top.js'

document.documentElement.lang = language
const phones = new Phones(byId('phones'))
const list = new ChatList(byId('chat-list'), phones, dialogs)
const panel = new FaultPanel(byId('faults'))
const band = new Top(byId('top'), { panel, phones, list })

store.on('loaded', async () => {
  await phones.restore()
  list.restore()
})
store.on('status', () => {
  band.draw()
  panel.drawCounters()
})
store.on('messages', change => {
  phones.changed(change)
  list.draw()
})
store.on('news', message => list.noted(message))
store.on('fault', () => void panel.refresh())
store.on('moved', chat => void phones.follow(chat))
store.on('chats', ({ chatId }) => {
  phones.refresh(chatId)
  phones.drawHint()
  list.draw()
})
store.on('person', ({ chatId }) => phones.open.get(chatId)?.drawMessages())
store.on('read', ({ chatId }) => list.read(chatId))
store.on('open', ({ chatId }) => void phones.openPhone(chatId))

watchStatus()
for (const platform of platforms) void goLive(platform)
