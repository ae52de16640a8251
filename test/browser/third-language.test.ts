import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as AnswersModule from '../../lib/learner/answers.ts'
import type * as LocaliseModule from '../../lib/learner/localise-question.ts'
import type * as QuestionnaireModule from '../../lib/learner/questionnaire.ts'
import type * as RuleModule from '../../lib/rewrite/verify/rules/language.ts'
import { readCandidate } from '../../lib/rewrite/verify/candidate.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { copyProject, type ProjectCopy } from '../support/copy-project.ts'
import { projectRoot } from '../support/start-site.ts'
import { newcomer } from './support.ts'

/** A language as the guide has it: one file, and one line that names it. */
const file = `import type { Language } from '../language.ts'

export const de: Language = {
  code: 'de',
  english: 'German',
  native: 'Deutsch',
  direction: 'ltr',
  letter: /\\p{Script=Latin}/u,
  scriptShareMin: 0.9,
  commonWords: new Set('der die das und ist ein eine in zu den mit von sich nicht auf dem es für wie er sie'.split(' ')),
  comma: ', ',
  guidance: 'Write in German, with every technical term kept in English.',
  phrases: {
    next: 'Weiter',
    finish: 'Fertig',
    back: 'Zurück',
    later: 'Jetzt nicht',
    chooseOne: 'Bitte eine Antwort wählen.',
    chooseSome: 'Bitte mindestens eine Antwort wählen.',
    soFar: 'Bisher',
    sending: 'Die Antworten werden gesichert …',
    questionOf: 'Frage {number} von {count}',
  },
  questions: { education_level: { title: 'Welche Ausbildung haben Sie?', hint: 'Bestimmt, wie viel Mathematik vorausgesetzt wird.' } },
}

export const messages: Readonly<Record<string, string>> = {
  'palimpsest.home.title': 'Jede Lektion, neu erzählt für Sie.',
}
`
const line = "export { de } from './languages/de.ts'\n"

let copy: ProjectCopy
beforeAll(async () => {
  copy = await copyProject()
  const learner = path.join(copy.root, 'lib/learner')
  await writeFile(path.join(learner, 'languages/de.ts'), file)
  const list = path.join(learner, 'languages.ts')
  await writeFile(list, (await readFile(list, 'utf8')) + line)
  const extended = { extends: path.join(projectRoot, 'tsconfig.json'), include: ['lib'], exclude: ['**/*.test.ts'] }
  await writeFile(path.join(copy.root, 'tsconfig.json'), JSON.stringify(extended))
})
afterAll(() => copy.remove())

const fromCopy = <Module>(name: string) => import(path.join(copy.root, name)) as Promise<Module>

test('with one file and one line the types hold', async () => {
  const tsc = path.join(projectRoot, 'node_modules/.bin/tsc')
  await expect(promisify(execFile)(tsc, ['--noEmit', '-p', copy.root])).resolves.toMatchObject({ stdout: '' })
})

test('the questionnaire offers it, in its own words where it has them', async () => {
  const { questionnaire } = await fromCopy<typeof QuestionnaireModule>('lib/learner/questionnaire.ts')
  const { localiseQuestion } = await fromCopy<typeof LocaliseModule>('lib/learner/localise-question.ts')
  const [languages, education] = questionnaire
  expect(languages.choices.map(({ value, label }) => [value, label])).toContainEqual(['de', 'Deutsch (German)'])
  expect(localiseQuestion(education, 'de').title).toBe('Welche Ausbildung haben Sie?')
})

test('the answers that the API takes may name it', async () => {
  const { answersSchema } = await fromCopy<typeof AnswersModule>('lib/learner/answers.ts')
  const german = { ...newcomer, preferred_language: 'de' }
  expect(v.parse(answersSchema, german)).toEqual(german)
})

test('the verifier tells it from English', async () => {
  const { language } = await fromCopy<typeof RuleModule>('lib/rewrite/verify/rules/language.ts')
  const judge = (text: string) =>
    language(readCandidate(text, { withHeading: false, partial: false }), { language: 'de' } as Parameters<
      typeof RuleModule.language
    >[1])
  expect(judge('Der robot misst die Welt, und er bewegt sich in ihr. Das ist nicht einfach, wie es scheint.')).toEqual(
    [],
  )
  expect(
    judge('The robot measures the world, and it moves in it. That is not as easy as it may seem to be.'),
  ).toMatchObject([{ reason: 'wrong-language' }])
})

test('the site stands under /de/ with its words', async () => {
  await runDocusaurusBuild(copy.root)
  const home = await readFile(path.join(copy.root, 'site/build/de/index.html'), 'utf8')
  expect(home).toMatch(/<html[^>]* lang="?de"?/)
  expect(home).toContain('Jede Lektion, neu erzählt für Sie.')
  const english = await readFile(path.join(copy.root, 'site/build/index.html'), 'utf8')
  expect(english).toMatch(/hreflang="?de"?/i)
}, 600_000)
