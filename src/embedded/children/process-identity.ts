import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What tells one process from another that was given the same number later. Source: proc(5). */
export interface ProcessIdentity {
  readonly pid: number
  /** Start time in clock ticks since the machine booted (field 22 of /proc/pid/stat). */
  readonly startTicks: number
  readonly bootId: string
}

const STATE = 0
const START_TICKS = 19
const ENDED_STATES = new Set(['Z', 'X'])
/** The process ended while we looked (ENOENT, ESRCH) or is somebody else's (EACCES, EPERM). */
const NOT_OURS_TO_SEE = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM'])

/** The identity of a running process, or nothing when none with this number runs (a zombie does not run). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const stat = lookAt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === undefined) return undefined
  // The second field, the name in brackets, may hold blanks and brackets itself: count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (ENDED_STATES.has(fields[STATE] ?? '')) return undefined
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return { pid, startTicks: Number(fields[START_TICKS]), bootId }
}

/** True while the very process that was identified earlier still runs. */
export function stillRuns(known: ProcessIdentity): boolean {
  const now = identifyProcess(known.pid)
  return now !== undefined && now.startTicks === known.startTicks && now.bootId === known.bootId
}

/**
 * Every running process of ours that runs `program` (an argument of its command line ends so) with `folder` as its
 * working folder. The kernel keeps the working folder right when the folder is moved.
 */
export function findProcessesIn(folder: string, program: string): ProcessIdentity[] {
  return readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .map(Number)
    .filter(pid => lookAt(() => readlinkSync(`/proc/${pid}/cwd`)) === folder && runs(pid, program))
    .map(identifyProcess)
    .filter(identity => identity !== undefined)
}

function runs(pid: number, program: string): boolean {
  const commandLine = lookAt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? ''
  return commandLine.split('\0').some(argument => argument.endsWith(program))
}

function lookAt(read: () => string): string | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_OURS_TO_SEE.has(String(error.code))) return undefined
    throw error
  }
}
