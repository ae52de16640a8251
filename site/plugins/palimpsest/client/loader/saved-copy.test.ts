import { expect, test } from 'vitest'
import { storageKeys } from '../storage/storage-keys.ts'
import {
  aDevice,
  aVersion,
  onPage,
  openPage,
  page,
  profile,
  sent,
  stream,
  whole,
  type OnDevice,
} from './testing/open-page.ts'

/** A device on which the lesson was read to its end. */
async function aDeviceThatRead(...events: string[]): Promise<OnDevice> {
  const { lesson, on, untilPhase } = openPage([() => stream(...events)])
  lesson.ask()
  await untilPhase('done')
  await new Promise((resolve) => setImmediate(resolve))
  return on
}
const all = whole('for-you', 'one', 'two')
const edited = {
  ...page,
  content_hash: 'f'.repeat(64),
  sections: [onPage('one', '111111111111'), onPage('two', '2222aaaaaaaa')],
}

test('a lesson that was read is shown again from the device, and nobody is asked', async () => {
  const on = await aDeviceThatRead(...all)
  const { lesson, asked, untilPhase } = openPage([], { on })
  lesson.ask()
  await untilPhase('done')
  expect(asked).toEqual([])
  expect(lesson.getState()).toMatchObject({
    from: 'this-device',
    changed: [],
    recipe: 'p1/demo-writer',
    generatedAt: '2026-01-01T00:00:00.000Z',
    model: { demo: true },
  })
  expect(lesson.getState().order.map(({ heading }) => heading)).toEqual(['FOR-YOU', 'ONE', 'TWO'])
  expect(lesson.getState().sections['two']).toMatchObject({ blocks: ['two, rewritten'], key: 'e'.repeat(64) })
})

test('without a network, and with answers that were never sent, the saved lesson is shown', async () => {
  const on = await aDeviceThatRead(...all)
  on.storage.setItem(storageKeys.profile, profile(false)[storageKeys.profile] ?? '')
  const { lesson, network, untilPhase } = openPage([], { on })
  network.goOffline()
  lesson.ask()
  await untilPhase('done')
  expect(lesson.getState().sections['two']?.blocks).toEqual(['two, rewritten'])
})

/** The server has said of another lesson that it writes by another recipe now. */
async function aDeviceOfAnEarlierRecipe(): Promise<OnDevice> {
  const on = await aDeviceThatRead(...all)
  on.storage.setItem(storageKeys.rewrites, JSON.stringify({ recipe: 'p2/another-writer', variant: 0 }))
  return on
}

test('a lesson saved under an earlier recipe is shown as it was written since', async () => {
  const on = await aDeviceOfAnEarlierRecipe()
  const version = () => Response.json({ ...aVersion, recipe: 'p2/another-writer' })
  const { lesson, untilPhase } = openPage([() => stream(...whole('for-you'))], { on, version })
  lesson.ask()
  await untilPhase('done')
  expect(lesson.getState().sections['one']?.blocks).toEqual(['finished text'])
})

test('a lesson saved under an earlier recipe stands where it was not written since, and no model is asked', async () => {
  const { lesson, asked, versionsAsked, untilPhase } = openPage([], { on: await aDeviceOfAnEarlierRecipe() })
  lesson.ask()
  await untilPhase('done')
  expect([asked.length, versionsAsked.length]).toEqual([0, 1])
  expect(lesson.getState()).toMatchObject({ from: 'this-device', sections: { two: { blocks: ['two, rewritten'] } } })
})

test('without a network, a lesson saved under an earlier recipe is shown without asking', async () => {
  const { lesson, versionsAsked, network, untilPhase } = openPage([], { on: await aDeviceOfAnEarlierRecipe() })
  network.goOffline()
  lesson.ask()
  await untilPhase('done')
  expect(versionsAsked).toEqual([])
})

test('a lesson saved for other answers is asked for anew', async () => {
  const on = await aDeviceThatRead(...all)
  on.storage.setItem(storageKeys.profile, profile(true, { robotics_background: false })[storageKeys.profile] ?? '')
  const { lesson, asked, untilPhase } = openPage([() => stream(...all)], { on })
  lesson.ask()
  await untilPhase('done')
  expect(asked.map(({ call, body }) => [call, body.sections])).toEqual([['POST /api/personalize', undefined]])
})

test('a saved lesson that is broken, or of another time, is as if there were none', async () => {
  for (const text of ['{', '{"version":0}', 'null']) {
    const on = aDevice()
    on.lessons.set(page.slug, text)
    const { lesson, asked, untilPhase } = openPage([() => stream(...all)], { on })
    lesson.ask()
    await untilPhase('done')
    expect(asked).toHaveLength(1)
  }
})

test('after the author’s edit the other sections stand, the edited one is the author’s, and update() asks for it alone', async () => {
  const on = await aDeviceThatRead(...all)
  const { lesson, asked, until, untilPhase } = openPage([() => stream(...whole('two'))], { on, lessonOnPage: edited })
  lesson.ask()
  await untilPhase('done')
  expect(asked).toEqual([])
  expect(lesson.getState().changed).toEqual(['two'])
  expect(lesson.getState().sections['one']?.blocks).toEqual(['one, rewritten'])
  expect(lesson.getState().sections['two']).toMatchObject({ phase: 'changed', blocks: [] })

  lesson.update()
  await until((state) => state.sections['two']?.phase === 'rewritten' && state.phase === 'done')
  expect(asked.map(({ body }) => body)).toEqual([
    { lesson_slug: page.slug, content_hash: 'f'.repeat(64), form: 'slots', sections: ['two'] },
  ])
  expect(lesson.getState().changed).toEqual([])
  expect(lesson.getState().sections['two']?.phase).toBe('rewritten')
})

test('what was updated is saved, so that the next visit asks for nothing', async () => {
  const on = await aDeviceThatRead(...all)
  const first = openPage([() => stream(...whole('two'))], { on, lessonOnPage: edited })
  first.lesson.ask()
  await first.untilPhase('done')
  first.lesson.update()
  await first.until((state) => state.phase === 'done' && state.changed.length === 0)
  await new Promise((resolve) => setImmediate(resolve))
  const second = openPage([], { on, lessonOnPage: edited })
  second.lesson.ask()
  await second.untilPhase('done')
  expect([second.asked, second.lesson.getState().changed]).toEqual([[], []])
})

test('an update that fails leaves what was here, and Try again asks for the changed section only', async () => {
  const on = await aDeviceThatRead(...all)
  const { lesson, asked, untilPhase, until } = openPage(
    [() => Response.json({ error: 'internal-error', message: 'm' }, { status: 500 }), () => stream(...whole('two'))],
    { on, lessonOnPage: edited },
  )
  lesson.ask()
  await untilPhase('done')
  lesson.update()
  await untilPhase('failed')
  expect(lesson.getState().sections['one']?.phase).toBe('rewritten')
  lesson.ask()
  await until((state) => state.sections['two']?.phase === 'rewritten')
  expect(asked[1]?.body.sections).toEqual(['two'])
})

test('a section that got another id without being edited keeps its rewrite', async () => {
  const on = await aDeviceThatRead(...all)
  const moved = {
    ...page,
    sections: [onPage('new', '999999999999'), onPage('one~2', '111111111111')],
  }
  const { lesson, untilPhase } = openPage([], { on, lessonOnPage: moved })
  lesson.ask()
  await untilPhase('done')
  expect(lesson.getState().order.map(({ id }) => id)).toEqual(['for-you', 'new', 'one~2'])
  expect(lesson.getState().sections['one~2']?.blocks).toEqual(['one, rewritten'])
  expect(lesson.getState().changed).toEqual(['new'])
})

test('a lesson of which nothing stands any more is asked for as a whole', async () => {
  const on = await aDeviceThatRead(...all)
  const rewritten = { ...edited, sections: [onPage('one', '111100000000')] }
  const { lesson, asked, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))], {
    on,
    lessonOnPage: rewritten,
  })
  lesson.ask()
  await untilPhase('done')
  expect(asked[0]?.body.sections).toBeUndefined()
})

test('a section that the model could not do is asked for again at the next visit; one without prose is not', async () => {
  const on = await aDeviceThatRead(
    sent.start(['for-you', 'one', 'two']),
    sent.end('for-you'),
    sent.end('one', { source: 'original', reason: 'no-prose', markdown: undefined, key: null, written_at: null }),
    sent.end('two', { source: 'original', reason: 'model-unavailable', markdown: undefined }),
    sent.finish,
  )
  expect(on.lessons.size).toBe(1)
  const { lesson, asked, untilPhase } = openPage([() => stream(...whole('two'))], { on })
  lesson.ask()
  await untilPhase('done')
  expect(asked.map(({ body }) => body.sections)).toEqual([['two']])
})

test('what arrived before the connection was lost for good is there at the next visit', async () => {
  const first = openPage([() => stream(sent.start(['for-you', 'one', 'two']), sent.end('for-you'), sent.end('one'))])
  first.lesson.ask()
  await first.untilPhase('failed')
  const second = openPage([() => stream(...whole('two'))], { on: first.on })
  second.lesson.ask()
  await second.untilPhase('done')
  expect(second.asked[0]?.body.sections).toEqual(['two'])
})

test('a lesson that shows the original throughout is not worth saving', async () => {
  const reason = { source: 'original', reason: 'model-unavailable', markdown: undefined }
  const on = await aDeviceThatRead(sent.start(['one']), sent.end('one', reason), sent.finish)
  expect(on.lessons.size).toBe(0)
})
