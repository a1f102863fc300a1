import { chromium } from 'playwright-core'
process.env.PORT ??= '0'
const { t, d, chats, people, bot } = await import('./zz-demo.ts')
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
for (const [w, h] of [[1920, 1080], [1280, 800]] as const) {
  const p = await b.newPage({ viewport: { width: w, height: h } })
  p.on('console', m => { if (m.type() === 'error') console.log('console', m.text()) })
  p.on('pageerror', e => console.log('pageerror', e.message))
  await p.goto(t.pageUrl); await p.waitForTimeout(1500)
  await p.screenshot({ path: `/tmp/shot-${w}.png` })
  if (w === 1920 && chats[0]) {
    const phone = p.locator(`.phone[data-chat="${chats[0].id}"]`)
    await phone.waitFor()
    await phone.getByText('Lihat detail').click({timeout:5000}); await p.waitForTimeout(400)
    const ph2 = p.locator(`.phone[data-chat="${chats[1]!.id}"]`)
    if (await ph2.count()) { await ph2.getByText('Meluncur').click(); await p.waitForTimeout(600) }
    const ph4 = p.locator(`.phone`).nth(2); await ph4.locator('.round').first().click()
    await p.locator('.faults-button').click(); await p.locator('#faults button', { hasText: '429' }).click(); await p.waitForTimeout(500)
    await p.screenshot({ path: `/tmp/shot-act.png` })
    await p.locator('.faults-button').click()
    await phone.locator('.alert .primary').click(); await phone.locator('.edited').click({timeout:5000}); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/shot-history.png' })
  }
  await p.close()
}
{ const p = await b.newPage({ viewport: { width: 1280, height: 800 } }); await p.goto(t.pageUrl); await p.waitForTimeout(800)
  if (chats[5]) { for (const c of chats.slice(7, 20)) { await d.say(c.id, { as: people[0]!.id, text: '/kartu 119' }) } await d.migrate(chats[1]!.id); await p.waitForTimeout(800)
  await p.locator('#chat-list input').fill('pos 2'); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/shot-search.png' }); await p.locator('#chat-list input').fill(''); await p.locator('.chips button', { hasText: 'Belum' }).click(); await p.waitForTimeout(300); await p.locator('.phone .icon').first().click(); await p.waitForTimeout(200); await p.screenshot({ path: '/tmp/shot-unread.png' }) } else await p.screenshot({ path: '/tmp/empty-1280.png' }) }
await b.close(); await bot.stop(); await t.close()
