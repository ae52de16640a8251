import { expect, test } from 'vitest'
import { brokenStream, openPage, refusal, sent, silentStream, stream, whole } from './testing/open-page.ts'

const { start, block, end, finish, error } = sent
const texts = ({ lesson }: ReturnType<typeof openPage>) =>
  Object.fromEntries(Object.entries(lesson.getState().sections).map(([id, { blocks }]) => [id, blocks]))

test('a stream that breaks off is taken up again, and only what is missing is asked for', async () => {
  const opened = openPage([
    () => brokenStream(start(['for-you', 'one', 'two']), end('for-you'), end('one'), block('two', 0, 'Half')),
    () =>
      stream(
        start(['two']),
        block('two', 0, 'First.'),
        block('two', 1, 'Second.'),
        end('two', { markdown: undefined }),
        finish,
      ),
  ])
  opened.lesson.ask()
  await opened.untilPhase('done')
  expect(opened.asked[1]?.body.sections).toEqual(['two'])
  expect(opened.phases).toContain('resuming')
  expect(texts(opened)).toEqual({
    'for-you': ['for-you, rewritten'],
    one: ['one, rewritten'],
    two: ['First.', 'Second.'],
  })
})

test('while it rests, a section that had arrived in part shows the author’s text', async () => {
  const { lesson, network, untilPhase } = openPage([
    () => {
      network.goOffline()
      return brokenStream(start(['one', 'two']), end('one'), block('two', 0, 'Half'))
    },
  ])
  lesson.ask()
  await untilPhase('resuming')
  expect(lesson.getState().sections['one']?.phase).toBe('rewritten')
  expect(lesson.getState().sections['two']).toBeUndefined()
})

test.each([
  ['ends without lesson-end', () => stream(start(['one', 'two']), end('one'))],
  ['ends with a section missing', () => stream(start(['one', 'two']), end('one'), finish)],
  [
    'says that something broke which may pass',
    () => stream(start(['one', 'two']), end('one'), error('ended-early', true)),
  ],
  ['sends what is no event of ours', () => stream(start(['one', 'two']), end('one'), 'event: lesson-end\ndata: {\n\n')],
])('a stream that %s is taken up again', async (_, broken) => {
  const { lesson, asked, untilPhase } = openPage([broken, () => stream(...whole('two'))])
  lesson.ask()
  await untilPhase('done')
  expect(asked[1]?.body.sections).toEqual(['two'])
})

test('a connection that falls silent is given up and taken up again', async () => {
  const { lesson, asked, timers, until, untilPhase } = openPage([
    ({ signal }) => silentStream(signal, start(['one', 'two']), end('one')),
    () => stream(...whole('two')),
  ])
  lesson.ask()
  await until((state) => state.sections['one']?.phase === 'rewritten')
  timers.ring(30_000)
  await untilPhase('done')
  expect(asked).toHaveLength(2)
})

test('a lesson of which nothing is missing is done, even when its end got lost', async () => {
  const { lesson, asked, untilPhase } = openPage([() => brokenStream(start(['one']), end('one'))])
  lesson.ask()
  await untilPhase('done')
  expect(asked).toHaveLength(1)
})

test('a server that cannot be reached is asked three times more, each time later, and then left to the reader', async () => {
  const { lesson, asked, timers, untilPhase } = openPage([])
  lesson.ask()
  await untilPhase('failed')
  expect(timers.waits()).toEqual([500, 2_000, 6_000])
  expect(asked).toHaveLength(4)
  expect(lesson.getState().error).toMatchObject({ code: 'unreachable', retryable: true })
})

test('Try again asks for what is missing, with new patience', async () => {
  const broken = () => brokenStream(start(['two']))
  const { lesson, asked, untilPhase } = openPage([
    () => brokenStream(start(['one', 'two']), end('one')),
    ...[broken, broken, broken],
    ...[broken, () => stream(...whole('two'))],
  ])
  lesson.ask()
  await untilPhase('failed')
  lesson.ask()
  await untilPhase('done')
  expect(asked.slice(1).map(({ body }) => body.sections)).toEqual(Array.from({ length: 5 }, () => ['two']))
})

test('a lesson that comes on, however slowly, is never given up', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const replies = ids.map((id, index) => () => brokenStream(start(ids.slice(index)), end(id)))
  const { lesson, timers, untilPhase } = openPage(replies)
  lesson.ask()
  await untilPhase('done')
  expect(new Set(timers.waits())).toEqual(new Set([500]))
})

test.each([
  [400, 'invalid-request'],
  [403, 'content-not-published'],
  [404, 'lesson-not-found'],
  [500, 'internal-error'],
  [503, 'not-configured'],
])('a refusal by %i %s is not asked again', async (status, code) => {
  const { lesson, asked, untilPhase } = openPage([() => refusal(status, code)])
  lesson.ask()
  await untilPhase('failed')
  expect(asked).toHaveLength(1)
  expect(lesson.getState().error?.code).toBe(code)
})

test('a server that asks for a short rest is given it', async () => {
  const { lesson, timers, untilPhase } = openPage([
    () => refusal(429, 'too-many-requests', { 'retry-after': '4' }),
    () => stream(...whole('one')),
  ])
  lesson.ask()
  await untilPhase('done')
  expect(timers.waits()).toEqual([4_000])
})

test('a server that asks for a long rest is left to the reader', async () => {
  const { lesson, asked, untilPhase } = openPage([() => refusal(429, 'too-many-requests', { 'retry-after': '3600' })])
  lesson.ask()
  await untilPhase('failed')
  expect(asked).toHaveLength(1)
})

test('an error that will not pass is shown, and not asked again', async () => {
  const { lesson, asked, untilPhase } = openPage([() => stream(start(['one']), error('internal-error', false))])
  lesson.ask()
  await untilPhase('failed')
  expect(asked).toHaveLength(1)
  expect(lesson.getState().error).toMatchObject({ code: 'internal-error', retryable: false })
})

test('without a network the page waits for it, says so, and goes on at once', async () => {
  const { lesson, asked, timers, network, untilPhase } = openPage([
    () => {
      network.goOffline()
      return brokenStream(start(['one', 'two']), end('one'))
    },
    () => stream(...whole('two')),
  ])
  lesson.ask()
  await untilPhase('resuming')
  expect(lesson.getState().error?.code).toBe('offline')
  expect(asked).toHaveLength(1)
  network.goOnline()
  await untilPhase('done')
  await new Promise((resolve) => setImmediate(resolve))
  expect(timers.waits()).toEqual([])
  expect(network.listeners()).toBe(0)
  expect(timers.left()).toEqual([])
})

test('a lesson that was given up resumes when the network comes back, once each time', async () => {
  const { lesson, asked, network, untilPhase } = openPage([
    () => brokenStream(start(['one', 'two']), end('one')),
    ...Array.from({ length: 7 }, () => () => brokenStream(start(['two']))),
    () => stream(...whole('two')),
  ])
  lesson.ask()
  await untilPhase('failed')
  const gaveUpAfter = asked.length
  network.goOnline()
  await untilPhase('resuming')
  await untilPhase('failed')
  expect(asked.length - gaveUpAfter, 'with the same patience as the first time').toBe(gaveUpAfter)
  expect(network.listeners(), 'it waits for the next time').toBe(1)
  network.goOnline()
  await untilPhase('done')
  expect(asked.at(-1)?.body.sections).toEqual(['two'])
  expect(network.listeners()).toBe(0)
})

test('a lesson that was refused does not resume by itself', async () => {
  const { lesson, asked, network, untilPhase } = openPage([() => refusal(429, 'budget-reached')])
  lesson.ask()
  await untilPhase('failed')
  network.goOnline()
  expect([asked.length, network.listeners()]).toEqual([1, 0])
})

test('a lesson that was given up and left is not asked for when the network comes back', async () => {
  const { lesson, asked, network, untilPhase } = openPage([])
  lesson.ask()
  await untilPhase('failed')
  const gaveUpAfter = asked.length
  lesson.close()
  network.goOnline()
  expect([asked.length, network.listeners()]).toEqual([gaveUpAfter, 0])
})

test('a reader who leaves while the page rests leaves nothing behind', async () => {
  const { lesson, network, timers, untilPhase } = openPage([])
  network.goOffline()
  lesson.ask()
  await untilPhase('resuming')
  lesson.close()
  await new Promise((resolve) => setImmediate(resolve))
  network.goOnline()
  expect(lesson.getState().phase).toBe('resuming')
  expect([network.listeners(), timers.left()]).toEqual([0, []])
})
