import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { markup } from './markup.ts'

const task = await planTask('Some text with `code` in it, and a table after it.')

describe('markup()', () => {
  test.each([
    'Text with **strong**, *emphasis*, ~~deletion~~ and `code`.',
    '- a list\n- of two\n\n1. and\n2. another',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '> A quotation.',
    'A line\\\nbreak, 5 < 6, {braces} and \\$5.',
    'A tab\tand text.',
    '`$HOME` is code.',
  ])('lets %j through', (text) => {
    expect(judge(markup, text, task)).toEqual([])
  })

  test.each([
    ['html', 'A <b>bold</b> word.'],
    ['html', '<script>alert(1)</script>'],
    ['html', 'A <!-- comment --> here.'],
    ['fenced', '```python\nprint(1)\n```'],
    ['fenced', '~~~\nunclosed'],
    ['fenced', 'Text.\n\n    indented'],
    ['malformed', '# Heading'],
    ['malformed', 'Heading\n==='],
    ['malformed', '![image](https://example.org/a.png)'],
    ['malformed', 'Text.\n\n---\n\nText.'],
    ['malformed', 'A footnote[^1].'],
    ['malformed', 'A price of $5.'],
    ['malformed', 'A formula $x$.'],
    ['malformed', 'NUL \u0000 here.'],
    ['malformed', 'Escape \u001b[31m here.'],
  ])('finds %s in %j', (reason, text) => {
    expect(judge(markup, text, task)).toEqual([reason])
  })

  test('lets a dollar sign stand that the author’s own text has', async () => {
    const priced = await planTask('The motor costs $5 in the shop, which is a good price.')
    expect(judge(markup, 'It costs $5.', priced)).toEqual([])
    expect(judge(markup, 'It costs $5, not $6.', priced)).toEqual(['malformed'])
  })

  test('finds a control character in a translated heading, too', async () => {
    const urdu = await planTask('## Torque\n\nA motor gives torque.', { answers: { preferred_language: 'ur' } })
    expect(judge(markup, '## قوت \u0007\n\nموٹر قوت دیتی ہے۔', urdu)).toEqual(['malformed'])
  })
})
