import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { inert } from './inert.ts'

const task = await planTask(
  'The element `<link name="base">` and `a<b` stand here, and <kbd>F5</kbd>.\n\n```html\n<p class="x">\n```\n\n:::note[A]{#own}\n\nText.\n\n:::',
)

describe('inert()', () => {
  test.each([
    'The element `<link name="base">` and `a<b` stand here.',
    'The `<link>` of `<p class="x">`, and `<script>` without more.',
    'Prose <img/src=x onerror=alert(1)> and {alert(1)} have an inert form.',
    ':::note[B]{#own}\n\nText.\n\n:::',
    'A stray ` is no matter here.',
  ])('lets %j through', (text) => {
    expect(judge(inert, text, task)).toEqual([])
  })

  test.each([
    ['`<img src=x onerror=alert(1)>`', 'html'],
    ['`<img/src=x>`', 'html'],
    ['`<button autofocus`', 'html'],
    ['1. A ` and\n2. {alert(1)}` b', 'malformed'],
    [':::note[B]{#own onclick="x"}\n\nText.\n\n:::', 'malformed'],
  ])('turns %j down', (text, reason) => {
    expect(judge(inert, text, task)).toEqual([reason])
  })

  test('lets through what the author writes, stray backticks and all', async () => {
    const authors = await planTask('The key ` is at the left, {1 + 1} is two.\n\n- A `a` b ` c\n- d `e` \\< f')
    expect(judge(inert, authors.masked.text, authors)).toEqual([])
  })

  test('keeps words of the heading with signs of HTML as the author has them', async () => {
    const titled = await planTask('## Parts of a `<robot>`\n\nA robot has many parts.', {
      answers: { preferred_language: 'ur' },
    })
    expect(judge(inert, '## `<robot>` کے حصے\n\nمتن۔', titled)).toEqual([])
    expect(judge(inert, '## <img/src=x> کے حصے\n\nمتن۔', titled)).toEqual(['malformed'])
  })
})
