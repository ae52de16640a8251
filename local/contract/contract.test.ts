import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { createFunctionRoutes, findFunctionFiles } from '../function-routes.ts'
import { buildDocument } from './build-document.ts'
import { contractPath, renderContract } from './render-contract.ts'

const document = JSON.parse(JSON.stringify(buildDocument())) as Record<string, unknown> & {
  paths: Record<string, object>
  components: { schemas: Record<string, unknown> }
}

test('the file that the site serves is the description as of now; `npm run contract` writes it', async () => {
  expect(await readFile(contractPath, 'utf8')).toBe(renderContract())
})

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('every function is described, and nothing that is none', async () => {
  const files = await findFunctionFiles('api')
  const find = createFunctionRoutes(files)
  const found = Object.keys(document.paths).map((path) => find(path.replaceAll(/[{}]/g, ''))?.file ?? path)
  expect([...new Set(found)].toSorted()).toEqual(files)
})

test('every field of every schema has words', () => {
  expect(Object.entries(document.components.schemas).flatMap(([name, schema]) => listSilent(schema, name))).toEqual([])
})

/** The fields below a schema that have no description. */
function listSilent(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties } = schema as { properties?: Record<string, { description?: string }> }
  const silent = Object.entries(properties ?? {}).filter(([, { description = '' }]) => description === '')
  return [
    ...silent.map(([name]) => `${place}.${name}`),
    ...Object.entries(schema).flatMap(([name, part]) => listSilent(part, `${place}.${name}`)),
  ]
}

test("the guide's reference shows every call under its name, and no other", async () => {
  const page = await readFile('site/guide/api-reference.mdx', 'utf8')
  const shown = [...page.matchAll(/^### (.*)\n\n<Operation id="(\w+)" \/>$/gm)].map(([, name, id]) => [id, name])
  const calls = Object.values(document.paths).flatMap((methods) => Object.values(methods) as Named[])
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(calls.map(({ operationId, summary }) => [operationId, summary])),
  )
})

interface Named {
  readonly operationId: string
  readonly summary: string
}

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(references.length).toBeGreaterThan(100)
  for (const path of references) {
    const part = path.split('/').reduce<unknown>((whole, name) => (whole as Record<string, unknown>)[name], document)
    expect(part, path).toBeDefined()
  }
})
