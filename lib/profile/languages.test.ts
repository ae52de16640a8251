import { globSync } from 'node:fs'
import path from 'node:path'
import { extractAllSourceCodeFileTranslations, getBabelOptions } from '@docusaurus/babel'
import { describe, expect, test } from 'vitest'
import { everyLanguage } from './get-language.ts'
import { questionnaire } from './questionnaire.ts'

const site = path.join(import.meta.dirname, '../../site')
const files = globSync(['src/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}'], { cwd: site })
  .filter((file) => !file.includes('.test.'))
  .map((file) => path.join(site, file))
/** What the pages say, as Docusaurus finds it in the code. */
const extracted = await extractAllSourceCodeFileTranslations(files, getBabelOptions({ isServer: true }))
const english = Object.assign({}, ...extracted.map(({ translations }) => translations)) as Record<
  string,
  { message: string }
>

const slotsOf = (message: string): string[] => [...new Set(message.match(/\{\w+\}/g))].toSorted()

async function readMessages(language: string): Promise<Record<string, string>> {
  const file = (await import(`./languages/${language}.ts`)) as { messages?: Record<string, string> }
  return file.messages ?? {}
}

test('every text of the pages stands in the code under an id of ours, and can be found there', () => {
  expect(extracted.flatMap(({ warnings }) => warnings)).toEqual([])
  expect(Object.keys(english).filter((id) => !id.startsWith('palimpsest.'))).toEqual([])
  expect(Object.keys(english).length).toBeGreaterThan(50)
})

test('a text that stands in the code twice says the same', () => {
  for (const { translations } of extracted)
    for (const [id, { message }] of Object.entries(translations))
      expect([id, message]).toEqual([id, english[id]?.message])
})

describe.each(everyLanguage.filter(({ code }) => code !== 'en'))('$english', ({ code, questions }) => {
  test('has every word of the pages, and no other', async () => {
    const ours = Object.keys(await readMessages(code)).filter((id) => id.startsWith('palimpsest.'))
    expect(ours.toSorted()).toEqual(Object.keys(english).toSorted())
  })

  test('puts into each message what the English one puts in', async () => {
    const messages = await readMessages(code)
    for (const [id, { message }] of Object.entries(english))
      expect([id, slotsOf(messages[id] ?? '')]).toEqual([id, slotsOf(message)])
  })

  test('has every word of the questionnaire, and no other', () => {
    expect(Object.keys(questions ?? {})).toEqual(questionnaire.map(({ id }) => id))
    for (const { id, choices } of questionnaire.filter((question) => question.id !== 'preferred_language')) {
      const translated = Object.keys(questions?.[id]?.choices ?? {})
      expect([id, translated.toSorted()]).toEqual([id, choices.map(({ value }) => value).toSorted()])
    }
  })
})
