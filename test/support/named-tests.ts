import { readFileSync } from 'node:fs'

export interface NamedTest {
  file: string
  title: string
}

/** Whether a file has a test of this name; a page or a table that names it must not lie. */
export const hasTest = ({ file, title }: NamedTest): boolean => readFileSync(file, 'utf8').includes(title)

/** The short names that a page gives to files: `S` = `test/flows/…`. */
export const filesOn = (page: string): ReadonlyMap<string, string> =>
  new Map([...page.matchAll(/`([A-Z]{1,2})` = `(test\/[^`]+)`/g)].map(([, short = '', file = '']) => [short, file]))

/** The tests that a cell names: `S: title; T: another`. */
export const namedIn = (cell: string, files: ReadonlyMap<string, string>): NamedTest[] =>
  cell.split('; ').flatMap(test => {
    const [, short, title] = /^([A-Z]{1,2}): (.+)$/.exec(test) ?? []
    return short && title ? [{ file: files.get(short) ?? `no file ${short}`, title }] : []
  })
