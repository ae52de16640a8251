import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'

test('sections are written in the order of the page, the note first', async () => {
  const model = aModel('echo')
  process.env['SECTIONS_AT_A_TIME'] = '1'
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await streamLesson(learner, { lesson_slug: lesson.slug })
  expect((await modelCalls(model)).map(({ section }) => section)).toEqual(['for-you', '_opening', 'torque', 'code'])
})

test('what is cached leaves before anything is written, wherever it stands on the page', async () => {
  aModel('echo')
  process.env['SECTIONS_AT_A_TIME'] = '1'
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, sections: ['code'] })
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  const order = events.map(({ event, data }) =>
    event.startsWith('section-') && 'section' in data ? data.section : event,
  )
  expect(order.indexOf('code')).toBeLessThan(order.indexOf('for-you'))
  expect(events[0]?.event).toBe('lesson-start')
  const ends = events.flatMap((event) => (event.event === 'section-end' ? event.data : []))
  expect(ends.find(({ section }) => section === 'code')).toMatchObject({ cached: true, source: 'rewrite' })
})
