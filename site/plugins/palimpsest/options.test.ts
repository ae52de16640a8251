import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

test('parseOptions() fills in what is not given', () => {
  expect(parseOptions({ glossary: './glossary.json' })).toEqual({
    id: 'default',
    apiBase: '',
    docs: 'default',
    glossary: './glossary.json',
    manifest: 'build-manifest/lessons.json',
  })
})

test('parseOptions() names every option that is unknown or wrong', () => {
  expect(() => parseOptions({ apiBse: '', docs: '', manifest: 1 })).toThrow(
    /^Cannot use the options of the palimpsest plugin: (?=.*"docs": must not be empty)(?=.*"manifest": )(?=.*"apiBse": )/,
  )
})
