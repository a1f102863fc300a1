import { relative } from 'node:path'

/** @typedef {{ file: string, test: string, message: string }} Failure */

/** Lines of a message that are shown: the rest stands further up, in the suite's own output. */
const LINES = 8

/**
 * What failed, in words, from the report of vitest's JSON reporter: tests, and files that did not load.
 * @param {{ testResults: readonly { name: string, status: string, message?: string, assertionResults: readonly
 *   { status: string, fullName: string, failureMessages?: readonly string[] | null }[] }[] }} report
 * @param {string} root
 * @returns {Failure[]}
 */
export function failuresIn(report, root) {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults
      .filter(one => one.status === 'failed')
      .map(one => ({ file, test: one.fullName, message: firstLines(one.failureMessages?.[0]) }))
    return failed.length > 0 || status !== 'failed' ? failed : [{ file, test: '', message: firstLines(message) }]
  })
}

/** @param {string | undefined} text */
function firstLines(text = '') {
  return text.trim().split('\n').slice(0, LINES).join('\n')
}

/**
 * What a program said last before it failed.
 * @param {string} program
 * @param {string} output
 * @returns {Failure}
 */
export function lastWords(program, output) {
  return { file: program, test: '', message: output.trimEnd().split('\n').slice(-LINES).join('\n') }
}

/**
 * @param {string} title
 * @param {readonly Failure[]} failures
 * @returns {string} empty where nothing failed
 */
export function listOf(title, failures) {
  const items = failures.map(({ file, test, message }) => {
    const lines = message.split('\n').map(line => `    ${line}`)
    return [`  ${[file, test].filter(Boolean).join(' › ')}`, ...lines].join('\n')
  })
  return items.length > 0 ? `\n${title}\n${items.join('\n')}\n` : ''
}
