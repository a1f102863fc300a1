import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const portSchema = z.number().int().min(1).max(65_535)
const portsSchema = z.object({ documentStore: portSchema.optional(), redis: portSchema.optional() })

/** The ports of the last run: taken again when they are free, so that split roles keep their URLs over a restart. */
export type KnownPorts = z.infer<typeof portsSchema>

export function readPorts(file: string): KnownPorts {
  try {
    return portsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {}
  } catch (error) {
    // No file yet, or one cut off by a power cut: any free port will do.
    if (error instanceof SyntaxError) return {}
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

export function writePorts(file: string, ports: KnownPorts): void {
  writeFileSync(`${file}.new`, JSON.stringify(ports), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
