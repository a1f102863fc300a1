import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

/** A process that made a folder and removes it when it is interrupted; it says `ready` and never ends by itself. */
const start = async (end: string) => {
  const folder = join(tempFolder(), 'made')
  const program = `
    import { mkdirSync, rmSync } from 'node:fs'
    import { onInterrupt } from ${JSON.stringify(resolve('src/lib/on-interrupt.ts'))}
    const folder = ${JSON.stringify(folder)}
    mkdirSync(folder)
    onInterrupt(${end})
    setInterval(() => undefined, 1_000)
    console.log('ready')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program])
  await once(child.stdout, 'data')
  return { folder, child }
}

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s: what was started is put away before the process ends with %i', async (signal, code) => {
  const { folder, child } = await start('async () => rmSync(folder, { recursive: true })')
  expect(existsSync(folder)).toBe(true)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([code, null])
  expect(existsSync(folder)).toBe(false)
})

test('what goes wrong on the way is said, and the process ends all the same', async () => {
  const { child } = await start(`async () => { throw new Error('the folder is busy') }`)
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([143, null])
  expect(said).toContain('the folder is busy')
})

test('a second signal does not wait', async () => {
  const { child } = await start(`() => { console.log('putting away'); return new Promise(() => undefined) }`)
  child.kill('SIGTERM')
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
})
