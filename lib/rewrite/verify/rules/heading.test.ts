import { describe, expect, test } from 'vitest'
import { judge } from '../../../../test/support/judge.ts'
import { planTask } from '../../../../test/support/plan-task.ts'
import { heading } from './heading.ts'

const inUrdu = { answers: { preferred_language: 'ur' } } as const
const task = await planTask('## Torque\n\nA motor gives torque.', inUrdu)

describe('heading()', () => {
  test.each(['## Torque کیا ہے\n\nمتن', '# Torque\nمتن', '## `torque` اور **motor** ##\n\nمتن', '\n## Torque\n\nمتن'])(
    'takes the first line of %j as the translated heading',
    (text) => {
      expect(judge(heading, text, task)).toEqual([])
    },
  )

  test.each([
    ['heading-missing', 'متن'],
    ['heading-missing', 'متن\n\n## Torque'],
    ['malformed', '## Torque {#own}\n\nمتن'],
    ['malformed', '## Torque [[slot:k1]]\n\nمتن'],
    ['malformed', '## [Torque](link:1)\n\nمتن'],
    ['malformed', '## Torque <b>\n\nمتن'],
    ['malformed', '## Torque $x$\n\nمتن'],
    ['malformed', '## Torque https://example.org\n\nمتن'],
    ['malformed', `## ${'متن '.repeat(60)}\n\nمتن`],
  ])('finds %s in %j', (reason, text) => {
    expect(judge(heading, text, task)).toEqual([reason])
  })

  test('asks for none while the text is still coming, in the lesson’s own language, or for what has no heading', async () => {
    expect(judge(heading, 'متن', task, { partial: true })).toEqual([])
    expect(judge(heading, 'Text.', await planTask('## Torque\n\nA motor gives torque.'))).toEqual([])
    expect(judge(heading, 'متن', await planTask('A motor gives torque.', inUrdu))).toEqual([])
  })
})
