import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { namePageChunks } from './name-page-chunks.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'chunks-'))
const file = path.join(folder, 'client-manifest.json')
const list = { entrypoints: ['main'], origins: { '17896441': [1, 7, 106] }, assets: {} }

/** Runs the part at the end of a bundling with one group of chunks, and gives the list after it. */
async function bundle({ watchMode = false } = {}): Promise<typeof list> {
  writeFileSync(file, JSON.stringify(list))
  const group = { origins: [{ request: '@theme/DocItem' }, {}], chunks: [{ id: 7 }, { id: null }, { id: 106 }] }
  const ended: (() => Promise<void>)[] = []
  const afterEmit: Parameters<ReturnType<typeof namePageChunks>['apply']>[0]['hooks']['afterEmit'] = {
    tapPromise: (_name, run) => void ended.push(() => run({ chunkGroups: [group] })),
  }
  namePageChunks(folder).apply({ watchMode, hooks: { afterEmit } })
  await Promise.all(ended.map((run) => run()))
  return JSON.parse(readFileSync(file, 'utf8')) as typeof list
}

test('namePageChunks() lists the chunks of an import by its request, beside what is listed already', async () => {
  const { origins } = await bundle()
  expect(origins).toEqual({ ...list.origins, '@theme/DocItem': [7, 106] })
})

test('namePageChunks() leaves the list alone while an author writes', async () => {
  expect(await bundle({ watchMode: true })).toEqual(list)
})
