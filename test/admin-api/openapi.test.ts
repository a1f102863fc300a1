import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './support/start-api.ts'

type Json = Record<string, unknown>
interface Operation {
  operationId: string
  summary: string
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Json }
  responses: Record<string, { description: string }>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Json }
}

let api: TestApi
let document: Document
beforeAll(async () => {
  api = await startApi()
  document = (await api.nobody().get('/api/openapi.json')).body as Document
})
afterAll(() => api.stop())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

test('the document names every route that is mounted, and no other', () => {
  const stack = api.api.router.stack as { route?: { path: string; stack: { method: string }[] } }[]
  const mounted = stack.flatMap(({ route }) =>
    route ? route.stack.map(({ method }) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`) : [],
  )
  const documented = operations().map(({ path, method }) => `${method} ${path}`)
  expect([...new Set(mounted)].sort()).toEqual([...documented, 'get /api/openapi.json'].sort())
})

test('the document has the structure of OpenAPI 3.1', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info.title).toBe('Tanggap 112')
  const ids = operations().map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, method, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = (operation.parameters ?? []).filter(parameter => parameter.in === 'path')
    expect([path, declared.map(({ name }) => name).sort()]).toEqual([path, inPath.sort()])
    expect(declared.every(({ required }) => required)).toBe(true)
    expect(operation.summary.length).toBeGreaterThan(3)
    expect(Object.keys(operation.responses)).toContain('default')
    expect(Object.values(operation.responses).every(({ description }) => description !== '')).toBe(true)
    expect([method, path, operation.requestBody === undefined]).toEqual([method, path, method === 'get'])
  }
})

test('every reference in the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '')
  expect(references.length).toBeGreaterThan(50)
  for (const reference of new Set(references)) {
    const found = reference
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document)
    expect([reference, typeof found]).toEqual([reference, 'object'])
  }
})

test('commands want an idempotency key, and bodies are closed to unknown keys', () => {
  const submit = document.paths['/api/centres/{centre}/incidents/{incident}/submit']?.post
  expect(submit?.parameters?.map(({ name }) => name)).toContain('Idempotency-Key')
  expect(document.components.schemas.IntakeAnswers).toMatchObject({ additionalProperties: false })
  expect(document.components.schemas.Point).toMatchObject({ properties: { lat: { minimum: -90, maximum: 90 } } })
})

test('in live mode the training controls are neither mounted nor named', async () => {
  const live = await startApi({ config: { mode: 'live' } })
  try {
    const { paths } = (await live.nobody().get('/api/openapi.json')).body as Document
    expect(Object.keys(paths).filter(path => path.includes('training'))).toEqual([])
    expect((await live.nobody().get('/api/training/links')).status).toBe(404)
    await expect(live.as('operator')).rejects.toThrow('not let in: 401')
  } finally {
    await live.stop()
  }
})
