#!/usr/bin/env node
import { register } from 'tsx/esm/api'

register()
const { runCli } = await import('./cli.ts')
await runCli(process.argv.slice(2))
