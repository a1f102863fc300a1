import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/embedded/document-store/commands/table.ts'
import { OPERATORS } from '../../../src/embedded/document-store/operators.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** The pages never speak to the store; the store itself names what it understands. */
const ELSEWHERE = /src\/(web|embedded\/document-store)\//

/** Names with a dollar that are no operator: the parts of one. */
const CLAUSES = ['$each']

/** What no line of ours names, and why the store knows it all the same. */
const NEEDED_OPERATORS: Readonly<Record<string, string>> = {
  $eq: 'what a bare value in a filter means',
  $and: 'what several fields in a filter mean',
}

/** The command that a method of a mongoose model sends. */
const SENDS: Readonly<Record<string, string>> = {
  ...{ find: 'find', findOne: 'find', findById: 'find', exists: 'find' },
  ...{ create: 'insert', insertMany: 'insert', updateOne: 'update', updateMany: 'update' },
  ...{ deleteOne: 'delete', deleteMany: 'delete' },
  ...{ findOneAndUpdate: 'findAndModify', findOneAndDelete: 'findAndModify' },
  ...{ aggregate: 'aggregate', countDocuments: 'aggregate', distinct: 'distinct', createIndexes: 'createIndexes' },
}

const NEEDED_COMMANDS: Readonly<Record<string, string>> = {
  ...{ hello: 'the driver greets', isMaster: 'an older driver greets', ismaster: 'the first greeting' },
  ...{ ping: 'the health page', endSessions: 'the driver says goodbye', buildInfo: 'mongoose asks for the version' },
  ...{ getMore: 'the driver reads on in a cursor', killCursors: 'the driver leaves a cursor' },
  ...{
    create: 'mongoose makes collections',
    listIndexes: 'mongoose compares indexes',
    dropIndexes: 'and drops old ones',
  },
  ...{ listCollections: 'people and tools look around', explain: 'no query may scan: the test asks' },
  ...{ drop: 'tests clear what they made', dropDatabase: 'tests clear what they made' },
}

/** Every name with a dollar that stands as a field, with or without quotes: `$set:`, `'$set':`, `["$set"]:`. */
function operatorsIn(code: string): string[] {
  return Array.from(code.matchAll(/(['"`]?)(\$[a-zA-Z]+)\1\]?\??\s*:/g), ([, , name = '']) => name)
}

/** The methods called on what is named `model`. */
function methodsIn(code: string): string[] {
  return Array.from(code.matchAll(/\bmodel\s*(?:\?\.|\.)\s*([a-zA-Z]+)(?:<[^()]*>)?\(/g), ([, name = '']) => name)
}

function sources(): { file: string; code: string }[] {
  return ['src', 'bench'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name}`)
      .filter(file => /\.tsx?$/.test(file) && !ELSEWHERE.test(file))
      .map(file => ({ file, code: readFileSync(join(ROOT, file), 'utf8') })),
  )
}

const known: readonly string[] = Object.values(OPERATORS).flat()

describe('every name in src', () => {
  const code = sources()
  const operators = code.flatMap(({ file, code: text }) => operatorsIn(text).map(name => ({ file, name })))
  const methods = code.flatMap(({ file, code: text }) => methodsIn(text).map(name => ({ file, name })))

  test('with a dollar is an operator of the store', () => {
    expect(operators.length).toBeGreaterThan(100)
    expect(operators.filter(({ name }) => !known.includes(name) && !CLAUSES.includes(name))).toEqual([])
  })

  test('of a model’s method sends a command of the store', () => {
    expect(methods.length).toBeGreaterThan(100)
    expect(methods.filter(({ name }) => !Object.hasOwn(COMMANDS, SENDS[name] ?? ''))).toEqual([])
  })

  test('and the store knows no operator and no command that nobody uses', () => {
    const used = new Set(operators.map(({ name }) => name))
    const sent = new Set(methods.map(({ name }) => SENDS[name]))
    expect(known.filter(name => !used.has(name)).sort()).toEqual(Object.keys(NEEDED_OPERATORS).sort())
    expect(
      Object.keys(COMMANDS)
        .filter(name => !sent.has(name))
        .sort(),
    ).toEqual(Object.keys(NEEDED_COMMANDS).sort())
  })
})

test('the scan sees what is written in other ways too', () => {
  const code = `model.find({ a: { $near: 1 } }); x = { '$geo': 2, ["$mod"]: 3, $size : 4 }; model\n  .mapReduce<Doc>(y)`
  expect(operatorsIn(code)).toEqual(['$near', '$geo', '$mod', '$size'])
  expect(methodsIn(code)).toEqual(['find', 'mapReduce'])
})
