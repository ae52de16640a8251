import { expect, test } from 'vitest'
import personalize from '../../api/personalize.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { call, modelCalls } from '../support/call.ts'

test('POST /api/personalize answers the whole lesson as Markdown with every slot put back', async () => {
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await call(personalize, 'POST /api/personalize', {
    body: { lesson_slug: lesson.slug },
    headers: { 'x-user-id': learner },
  })
  const body = (await response.json()) as Record<string, unknown>
  expect(response.status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({ cached: false })
  expect(body['personalized_content']).toContain('```python title="turn.py"\ndef turn(motor, angle):')
  expect(body['personalized_content']).toContain('[gears](./gears.md)')
  expect(await modelCalls('echo')).not.toEqual([])
})
