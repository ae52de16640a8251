import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CORE_SCHEMA, load } from 'js-yaml'
import { parts } from './parts.ts'

const docs = path.join(import.meta.dirname, '../../../docs')

interface Head {
  title: string
  sidebar_position: number
}

function readHead(file: string): Head {
  const [, yaml = ''] = readFileSync(file, 'utf8').split(/^---$/m)
  return load(yaml, { schema: CORE_SCHEMA }) as Head
}

function lessonsOf(folder: string) {
  return readdirSync(path.join(docs, folder))
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => ({ slug: `${folder}/${name.replace(/\.mdx?$/, '')}`, ...readHead(path.join(docs, folder, name)) }))
    .toSorted((one, other) => one.sidebar_position - other.sidebar_position)
    .map(({ slug, title }) => ({ slug, title }))
}

test.each(parts)('the contents list every lesson of $title, by its own title and in order', ({ title, lessons }) => {
  const folder = title.toLowerCase()
  expect(existsSync(path.join(docs, folder))).toBe(true)
  expect(lessons).toEqual(lessonsOf(folder))
})
