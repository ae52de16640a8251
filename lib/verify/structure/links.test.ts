import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { links } from './links.ts'

const task = await planTask('Read [the first](./a.md "Title") and [the second](./b.md#part) of them.')

describe('links()', () => {
  test.each([
    '[One](link:1) and [two](link:2).',
    '[Two](link:2) before [one](link:1).',
    '[One](link:1), [two](link:2) and [one](link:1) again.',
    '[**One**](link:1) and [`two`](link:2).',
  ])('lets %j through: both links lead where the author’s lead', (text) => {
    expect(judge(links, text, task)).toEqual([])
  })

  test.each([
    ['link-missing', '[One](link:1) and two.'],
    ['link-unknown', '[One](link:1), [two](link:2), [three](link:3).'],
    ['link-unknown', '[One](link:1), [two](link:2), [bad](https://example.org).'],
    ['link-unknown', '[One](link:1), [two](link:2), https://example.org.'],
    ['link-unknown', '[One](link:1), [two](link:2), <https://example.org>.'],
    ['link-unknown', '[One](link:1), [two](link:2), [bad](javascript:alert).'],
    ['malformed', '[One](link:1 "title") and [two](link:2).'],
    ['malformed', '[One](<link:1>) and [two](link:2).'],
    ['malformed', '[One]( link:1 ) and [two](link:2).'],
    ['malformed', '<link:1> and [two](link:2).'],
    ['malformed', '[One](link:1) and [two](link:2) and \\](link:1).'],
    ['malformed', '[One](link:1), [two](link:2), `[one](link:1)`.'],
  ])('finds %s in %j', (reason, text) => {
    expect(judge(links, text, task)).toEqual([reason])
  })

  test('misses no link in the beginning of a text, but finds a foreign one', () => {
    expect(judge(links, 'Nothing yet.', task, { partial: true })).toEqual([])
    expect(judge(links, '[bad](https://example.org)', task, { partial: true })).toEqual(['link-unknown'])
  })
})
