import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as AnswersModule from '../../lib/profile/answers.ts'
import type * as LocaliseModule from '../../lib/profile/localise-question.ts'
import type * as QuestionnaireModule from '../../lib/profile/questionnaire.ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import type { WritingTask } from '../../lib/prompt/writing-task.ts'
import type * as RuleModule from '../../lib/verify/structure/language.ts'
import { readCandidate } from '../../lib/verify/reading/candidate.ts'
import { setEnvironment } from '../../local/environment.ts'
import { listen } from '../../local/listen.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { startServer } from '../../local/server.ts'
import { goodStream } from '../support/chat-chunks.ts'
import { copyProject, type ProjectCopy } from '../support/copy-project.ts'
import { startDatabase } from '../support/start-database.ts'
import { projectRoot } from '../support/start-site.ts'
import { newcomer } from './support.ts'

/** A language as the guide has it: one file, and a line in each of the two lists that name it. */
const file = `import type { LanguagePack } from '../language-pack.ts'
import type { Language } from '../language.ts'

export const de: Language = {
  code: 'de',
  english: 'German',
  native: 'Deutsch',
  direction: 'ltr',
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

export const pack: LanguagePack = {
  letter: /\\p{Script=Latin}/u,
  scriptShareMin: 0.9,
  commonWords: 'der die das und ist ein eine in zu den mit von sich nicht auf dem es für wie er sie',
}

export const messages: Readonly<Record<string, string>> = {
  'palimpsest.home.title': 'Jede Lektion, neu erzählt für Sie.',
}
`
const lines = {
  'languages.ts': "export { de } from './languages/de.ts'\n",
  'language-packs.ts': "export { pack as de } from './languages/de.ts'\n",
}

let copy: ProjectCopy
beforeAll(async () => {
  copy = await copyProject()
  const learner = path.join(copy.root, 'lib/profile')
  await writeFile(path.join(learner, 'languages/de.ts'), file)
  for (const [name, line] of Object.entries(lines)) {
    const list = path.join(learner, name)
    await writeFile(list, (await readFile(list, 'utf8')) + line)
  }
  const extended = { extends: path.join(projectRoot, 'tsconfig.json'), include: ['lib'], exclude: ['**/*.test.ts'] }
  await writeFile(path.join(copy.root, 'tsconfig.json'), JSON.stringify(extended))
})
afterAll(() => copy.remove())

const fromCopy = <Module>(name: string) => import(path.join(copy.root, name)) as Promise<Module>

test('with one file and its line in each list the types hold', async () => {
  const tsc = path.join(projectRoot, 'node_modules/.bin/tsc')
  await expect(promisify(execFile)(tsc, ['--noEmit', '-p', copy.root])).resolves.toMatchObject({ stdout: '' })
})

test('the questionnaire offers it, in its own words where it has them', async () => {
  const { questionnaire } = await fromCopy<typeof QuestionnaireModule>('lib/profile/questionnaire.ts')
  const { localiseQuestion } = await fromCopy<typeof LocaliseModule>('lib/profile/localise-question.ts')
  const [languages, education] = questionnaire
  expect(languages.choices.map(({ value, label }) => [value, label])).toContainEqual(['de', 'Deutsch (German)'])
  expect(localiseQuestion(education, 'de').title).toBe('Welche Ausbildung haben Sie?')
})

test('the answers that the API takes may name it', async () => {
  const { answersSchema } = await fromCopy<typeof AnswersModule>('lib/profile/answers.ts')
  const german = { ...newcomer, preferred_language: 'de' }
  expect(v.parse(answersSchema, german)).toEqual(german)
})

test('the verifier distinguishes it from English', async () => {
  const { language } = await fromCopy<typeof RuleModule>('lib/verify/structure/language.ts')
  const judge = (text: string) =>
    language({ language: 'de' } as WritingTask).part(readCandidate(text, { withHeading: false }))
  expect(judge('Der robot misst die Welt, und er bewegt sich in ihr. Das ist nicht einfach, wie es scheint.')).toEqual(
    [],
  )
  expect(
    judge('The robot measures the world, and it moves in it. That is not as easy as it may seem to be.'),
  ).toMatchObject([{ reason: 'wrong-language' }])
})

const lessonText = 'A robot measures the world before it moves. It cannot see everything, so it measures again.'
const german =
  'Ein Roboter misst die Welt, bevor er sich bewegt. Er kann nicht alles sehen, also misst er sie immer wieder.'

test('a learner who asked for it gets lessons in it, over HTTP', async () => {
  await cp(path.join(projectRoot, 'api'), path.join(copy.root, 'api'), { recursive: true })
  const model = await listen(createServer((_, response) => response.end(goodStream(german).join(''))))
  const database = await startDatabase()
  setEnvironment({
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_API_KEY: 'test-key',
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_MODEL: 'german',
  })
  const server = await startServer({
    siteDir: path.join(copy.root, 'site/static'),
    functions: await loadFunctions(path.join(copy.root, 'api')),
  })
  const lesson = await parseLesson({
    slug: 'senses',
    file: `---\ntitle: Senses\n---\n\n${lessonText}\n`,
    language: 'en',
  })
  await publishLessons({ db: database.db }, { version: 1, lessons: [lesson] })
  const learner = crypto.randomUUID()
  const post = async (address: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', 'x-user-id': learner }
    const response = await fetch(`${server.url}/api/${address}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return response.json()
  }
  await post('user/create', { user_id: learner })
  await post('onboarding', { user_id: learner, ...newcomer, preferred_language: 'de' })
  expect(await post('personalize', { lesson_slug: 'senses', sections: ['_opening'] })).toMatchObject({
    personalized_content: expect.stringContaining(german) as string,
    sections: [{ source: 'rewrite', proof: { verdict: 'accepted', language: 'de' } }],
  })
  await server.close()
  await model.close()
  await database.close()
})

test('the site stands under /de/ with its words', async () => {
  await runDocusaurusBuild(copy.root, { languages: ['en', 'de'] })
  const home = await readFile(path.join(copy.root, 'site/build/de/index.html'), 'utf8')
  expect(home).toMatch(/<html[^>]* lang="?de"?/)
  expect(home).toContain('Jede Lektion, neu erzählt für Sie.')
  const english = await readFile(path.join(copy.root, 'site/build/index.html'), 'utf8')
  expect(english).toMatch(/hreflang="?de"?/i)
})
