import { expect, test } from 'vitest'
import { useApp } from '../support/flow.ts'

const flow = useApp()

test('an agency stays silent: each rung reaches exactly its people, once, until somebody acts', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const dutyOfficer = await flow.chat('SMG/DAMKAR/dutyOfficer')
  const commander = await flow.chat('SMG/DAMKAR/agencyCommander')
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  const reminders = async () => {
    const texts = await Promise.all([damkar, dutyOfficer, commander, supervisor].map(chat => chat.fromBot()))
    return texts.map(messages => messages.filter(({ text }) => text.includes('⏰')).length)
  }
  const incident = await app.emergency()
  await incident.sends('DAMKAR')
  await damkar.sees('BELUM DIJAWAB', { with: 'Kami tangani' })

  // 60 s of silence: the duty officer gets the alert itself; the phone comes 60 s later
  await app.forward('61s')
  const card = await dutyOfficer.sees('BELUM DIJAWAB', { with: 'Kami tangani' })
  expect(card.text).toContain('DAMKAR')
  await app.forward('61s')
  expect((await incident.view()).phoneTasks).toMatchObject([{ agency: 'DAMKAR', cause: 'unanswered' }])
  await app.forward('57s')
  expect(await reminders()).toEqual([0, 0, 0, 0])
  await app.forward('2s')
  await damkar.sees('⏰ PENGINGAT DAMKAR: belum diterima', { with: 'Kami tangani' })
  await dutyOfficer.sees('belum diterima')
  await supervisor.sees('⏰ DAMKAR: belum diterima', { with: 'Saya tangani' })
  expect(await reminders()).toEqual([1, 1, 0, 1])

  await app.forward('90s')
  await commander.sees('belum diterima')
  expect(await reminders()).toEqual([1, 1, 1, 2])
  const [task] = (await incident.view()).phoneTasks
  expect(task).toMatchObject({ agency: 'DAMKAR', cause: 'unanswered' })

  // 420 s: the readiness clock joins in; 570 s: the first repetition, which "Saya tangani" silences for ten minutes
  await app.forward('150s')
  expect(await reminders()).toEqual([2, 2, 1, 3])
  await supervisor.sees('belum diterima', { with: 'Saya tangani' }).presses('Saya tangani')
  await app.forward('160s')
  expect(await reminders()).toEqual([2, 2, 1, 3])

  await damkar.sees('⏰ PENGINGAT DAMKAR: belum diterima').presses('Meluncur')
  await damkar.sees('MELUNCUR', { with: 'Tiba di lokasi' }).presses('Tiba di lokasi')
  await app.rest()
  expect((await incident.view()).phoneTasks[0]?.done).toMatchObject({ outcome: 'moot' })
  await app.forward('6h')
  expect(await reminders()).toEqual([2, 2, 1, 3])
  const { entries } = await app.driver.journal(0, { limit: 5_000 })
  const told = entries.filter(entry => entry.kind === 'message' && entry.byBot && entry.message.text.includes('⏰'))
  expect(told).toHaveLength(8)
  expect((await flow.unexpected()).filter(text => !text.includes('⏰'))).toEqual([])
})
