import { describe } from 'vitest'
import { changes } from './stories/changes.ts'
import { files } from './stories/files.ts'
import { people } from './stories/people.ts'
import { sharedClient } from './stories/shared.ts'
import { talk } from './stories/talk.ts'

// The real library in one real Chromium, through everything that leaves it linked.
const shared = sharedClient()

describe('talk', () => talk(shared))
describe('changes', () => changes(shared))
describe('files', () => files(shared))
describe('people', () => people(shared))
