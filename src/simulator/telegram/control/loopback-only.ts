import { onlyThisMachine } from '../../shared/loopback-only.ts'
import { ControlError } from '../control-error.ts'

export const loopbackOnly = onlyThisMachine(() => new ControlError('not_loopback'))
