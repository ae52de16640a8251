import { expect, test } from 'vitest'
import { openPage, refusal, sent, stream, whole, type OnDevice } from './testing/open-page.ts'

const { start, block, end, finish } = sent
const key = 'a'.repeat(64)
const deeper = () =>
  stream(start(['one'], { level: 'deeper', variant: 2 }), end('one', { markdown: 'Deeper.', key }), finish)

/** A page that shows the lesson, and then gets these answers. */
async function aReader(replies: ((init: RequestInit) => Response)[], on?: OnDevice) {
  const opened = openPage([() => stream(...whole('for-you', 'one', 'two')), ...replies], on ? { on } : {})
  opened.lesson.ask()
  await opened.untilPhase('done')
  return opened
}
const resolved = (opened: Awaited<ReturnType<typeof aReader>>) =>
  opened.until((state) => state.sections['one']?.rewriting === false)

test('rewrite() asks for one section as chosen, and the old text stands until the new one is whole', async () => {
  const opened = await aReader([deeper])
  const seen: string[] = []
  opened.lesson.subscribe(() => seen.push(opened.lesson.getState().sections['one']?.blocks.join() ?? ''))
  opened.lesson.rewrite('one', { level: 'deeper', variant: 2 })
  expect(opened.lesson.getState().sections['one']?.rewriting).toBe(true)
  await resolved(opened)
  expect(opened.asked.at(-1)?.body).toMatchObject({
    sections: ['one'],
    choices: { one: { level: 'deeper', variant: 2 } },
  })
  expect(seen).toEqual(['one, rewritten', 'Deeper.'])
  expect(opened.lesson.getState().sections['one']).toMatchObject({
    level: 'deeper',
    variant: 2,
    key,
    phase: 'rewritten',
  })
  expect(opened.lesson.getState().phase).toBe('done')
})

test('a new rewrite that comes in blocks is shown in its blocks', async () => {
  const reply = () =>
    stream(
      start(['one']),
      block('one', 0, 'First.'),
      block('one', 1, 'Second.'),
      end('one', { markdown: undefined }),
      finish,
    )
  const opened = await aReader([reply])
  opened.lesson.rewrite('one', { variant: 1 })
  await resolved(opened)
  expect(opened.lesson.getState().sections['one']?.blocks).toEqual(['First.', 'Second.'])
})

test('the choice is remembered: the next visit shows that rewrite from the device, and a page without it asks with the choice', async () => {
  const first = await aReader([deeper])
  first.lesson.rewrite('one', { level: 'deeper', variant: 2 })
  await resolved(first)
  await new Promise((resolve) => setImmediate(resolve))
  const second = openPage([], { on: first.on })
  second.lesson.ask()
  await second.untilPhase('done')
  expect(second.lesson.getState().sections['one']?.blocks).toEqual(['Deeper.'])

  first.on.lessons.clear()
  const third = openPage([() => stream(...whole('for-you', 'one', 'two'))], { on: first.on })
  third.lesson.ask()
  await third.untilPhase('done')
  expect(third.asked.at(-1)?.body.choices).toEqual({ one: { level: 'deeper', variant: 2 } })
})

test.each([
  ['cannot be had', () => refusal(503, 'database-unavailable'), 'database-unavailable'],
  [
    'does not pass its checks',
    () => stream(start(['one']), end('one', { source: 'original', reason: 'html' }), finish),
    'rewrite-rejected',
  ],
  ['breaks off', () => stream(start(['one']), block('one', 0, 'Half')), 'ended-early'],
])('when a new rewrite %s, the old one stays, and the choice is not remembered', async (_, reply, code) => {
  const opened = await aReader([reply])
  const before = opened.lesson.getState().sections['one']
  opened.lesson.rewrite('one', { level: 'simpler' })
  await resolved(opened)
  const after = opened.lesson.getState().sections['one']
  expect(after).toEqual({ ...before, rewritingError: after?.rewritingError })
  expect(after?.rewritingError?.code).toBe(code)
  expect(opened.on.storage.getItem('palimpsest.choices')).toBeNull()
})

test('of two tellings asked for one after the other, the last one stands', async () => {
  const opened = await aReader([() => stream(start(['one']), end('one', { markdown: 'Simpler.' }), finish), deeper])
  opened.lesson.rewrite('one', { level: 'simpler' })
  opened.lesson.rewrite('one', { level: 'deeper', variant: 2 })
  await resolved(opened)
  await new Promise((resolve) => setImmediate(resolve))
  expect(opened.lesson.getState().sections['one']?.blocks).toEqual(['Deeper.'])
})

test('rate() sends the server what the reader thinks of a rewrite, and the device remembers it', async () => {
  const opened = await aReader([() => Response.json({})])
  expect(opened.lesson.ratingOf('one')).toBeUndefined()
  await opened.lesson.rate('one', { rating: 'down', reason: 'too-hard' })
  expect(opened.asked.at(-1)).toEqual({
    call: 'POST /api/feedback',
    body: { rewrite_key: 'e'.repeat(64), rating: 'down', reason: 'too-hard' },
  })
  expect(opened.lesson.ratingOf('one')).toEqual({ rating: 'down', reason: 'too-hard' })
})

test('unrate() takes the word back, on the server and on the device', async () => {
  const opened = await aReader([() => Response.json({}), () => Response.json({ deleted_count: 1 })])
  await opened.lesson.rate('one', { rating: 'up' })
  await opened.lesson.unrate('one')
  expect(opened.asked.at(-1)).toEqual({ call: 'DELETE /api/feedback', body: { rewrite_key: 'e'.repeat(64) } })
  expect(opened.lesson.ratingOf('one')).toBeUndefined()
})

test('a rating that the server did not take is not remembered', async () => {
  const opened = await aReader([() => refusal(404, 'rewrite-not-found')])
  await expect(opened.lesson.rate('one', { rating: 'up' })).rejects.toMatchObject({ code: 'rewrite-not-found' })
  expect(opened.lesson.ratingOf('one')).toBeUndefined()
})

test('a new rewrite is another one, with a rating of its own', async () => {
  const opened = await aReader([() => Response.json({}), deeper])
  await opened.lesson.rate('one', { rating: 'up' })
  opened.lesson.rewrite('one', { level: 'deeper', variant: 2 })
  await resolved(opened)
  expect(opened.lesson.ratingOf('one')).toBeUndefined()
})
