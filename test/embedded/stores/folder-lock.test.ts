import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifyProcess } from '../../../src/embedded/children/process-identity.ts'
import { DataFolderError, lockFolder } from '../../../src/embedded/stores/folder-lock.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function folderWithLock(content?: string) {
  const folder = tempFolder()
  const file = join(folder, 'lock')
  if (content !== undefined) writeFileSync(file, content)
  return { folder, file }
}

test('a folder is taken once, and again after its release', () => {
  const { folder, file } = folderWithLock()
  const lock = lockFolder(folder, file)
  expect(() => lockFolder(folder, file)).toThrow(DataFolderError)
  lock.release()
  lockFolder(folder, file).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the refusal is one line that names the folder, the process and the way out', () => {
  const { folder, file } = folderWithLock(JSON.stringify(identifyProcess(process.ppid)))
  expect(() => lockFolder(folder, file)).toThrow(
    `data folder ${folder} is in use by the running process ${process.ppid}: stop it first, or set DATA_DIR`,
  )
  expect(readFileSync(file, 'utf8')).toContain(String(process.ppid))
})

const parent = identifyProcess(process.ppid)

test.each([
  ['of a process that has ended', { pid: 2 ** 22 + 1, startTicks: 1, bootId: parent?.bootId }],
  ['of a process whose number somebody else has now', { ...parent, startTicks: 1 }],
  ['from before the machine was started again', { ...parent, bootId: 'another' }],
])('a lock %s is taken over', (_, owner) => {
  const { folder, file } = folderWithLock(JSON.stringify(owner))
  lockFolder(folder, file).release()
  expect(readdirSync(folder)).toEqual([])
})

test('a lock that a power cut left half written is taken over', () => {
  const { folder, file } = folderWithLock('{"pid": 12')
  lockFolder(folder, file).release()
})
