import { describe, expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { eventsNamed } from '../support/read-events.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'

const inUrdu = { preferred_language: 'ur' } as const

test('a learner who asked for Urdu reads Urdu, with the author’s code, formulas, links and anchors', async () => {
  aModel('urdu')
  const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
  const { personalized_content: markdown, sections } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(sections.filter(({ source }) => source === 'rewrite').map(({ id }) => id)).toEqual([
    'for-you',
    '_opening',
    'torque',
    'code',
    'danger',
  ])
  expect(markdown).toContain('## Torque کیا ہے \\{#torque}')
  expect(markdown).toContain('[gears](./gears.md)')
  expect(markdown).toContain('$$\n\\tau = F \\cdot r\n$$')
  expect(markdown).toContain('def turn(motor, angle):')
  expect(markdown).toContain('## خطرہ \\{#danger}\n\n:::danger[دبنے کی جگہیں]')
})

test('the translated heading comes with section-end, and in no block', async () => {
  aModel('urdu')
  const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(eventsNamed(events, 'lesson-start')).toMatchObject([{ language: 'ur' }])
  expect(eventsNamed(events, 'section-end').find(({ section }) => section === 'torque')).toMatchObject({
    source: 'rewrite',
    heading: 'Torque کیا ہے',
    proof: { verdict: 'accepted', language: 'ur', terms: { preserved: 2, total: 2 } },
  })
  expect(eventsNamed(events, 'section-end').find(({ section }) => section === '_opening')).not.toHaveProperty('heading')
  expect(eventsNamed(events, 'section-block').filter(({ markdown }) => markdown.includes('##'))).toEqual([])
})

test('a reader of events loses no text when no blank line follows the translated heading', async () => {
  aModel('urdu-tight')
  const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const end = eventsNamed(events, 'section-end')[0]
  const blocks = eventsNamed(events, 'section-block').map(({ markdown }) => markdown)
  const read = end?.markdown ?? blocks.join('\n\n')
  expect(read).toMatch(/^motor جو گھمانے والی/)
  expect(end).toMatchObject({ heading: 'Torque کیا ہے' })
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  expect(sections[0]?.markdown).toBe(read)
})

test('the headings of a cached lesson are translated too, in both forms of the answer', async () => {
  aModel('urdu')
  const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
  const first = await readLesson(learner, { lesson_slug: lesson.slug })
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(eventsNamed(events, 'section-end').find(({ section }) => section === 'code')).toMatchObject({
    cached: true,
    heading: 'Code میں',
  })
  const response = await call(rewrites, `GET /api/rewrites/${first.lesson.key}`)
  const version = (await response.json()) as { language: string; sections: { id: string; heading: string }[] }
  expect(version.language).toBe('ur')
  expect(version.sections.map(({ heading }) => heading)).toEqual([null, 'Torque کیا ہے', 'Code میں', 'خطرہ', 'Figure'])
})

describe('a model that answers in English', () => {
  test('is asked to repair it, and then rejected: the original stands', async () => {
    const model = aModel('echo')
    const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
    const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['_opening', 'torque'] })
    expect(sections).toMatchObject([
      { source: 'original', reason: 'wrong-language' },
      { source: 'original', reason: 'wrong-language' },
    ])
    expect(sections[1]?.proof?.reasons).toContain('heading-missing')
    const repairs = (await modelCalls(model)).filter(({ repair }) => repair)
    expect(repairs).toHaveLength(2)
    for (const { messages } of repairs) expect(messages.at(-1)?.content).toContain('write it in Urdu')
  })

  test('shows an Urdu reader none of it', async () => {
    aModel('echo')
    const [learner, lesson] = await Promise.all([aLearner(inUrdu), aLesson()])
    const events = await streamLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
    const shown = eventsNamed(events, 'section-block').map(({ markdown }) => markdown)
    expect(shown.join(' ')).not.toContain('turning force')
  })
})

test('a reader of English is not given Urdu', async () => {
  aModel('urdu')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['_opening'] })
  expect(sections).toMatchObject([{ source: 'original', reason: 'wrong-language' }])
})

test('readers of different languages share no rewrite', async () => {
  aModel('urdu')
  const [english, urdu, lesson] = await Promise.all([aLearner(), aLearner(inUrdu), aLesson()])
  const first = await readLesson(english, { lesson_slug: lesson.slug })
  const second = await readLesson(urdu, { lesson_slug: lesson.slug })
  expect(second.cached).toBe(false)
  expect(second.lesson.key).not.toBe(first.lesson.key)
})
