import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { splitHeading } from '../reading/candidate.ts'
import { verifyRewrite } from '../verify-rewrite.ts'
import { heading } from './heading.ts'

const inUrdu = { answers: { preferred_language: 'ur' } } as const
const task = await planTask('## Torque\n\nA motor gives torque.', inUrdu)

describe('heading()', async () => {
  test.each([
    '## Torque کیا ہے\n\nمتن',
    '# Torque\nمتن',
    '## `torque` اور **motor** ##\n\nمتن',
    '\n## Torque\n\nمتن',
    '## 1. Torque\n\nمتن',
  ])('takes the first line of %j as the translated heading', (text) => {
    expect(judge(heading, text, task)).toEqual([])
  })

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

  test('takes no sharp of a name for the end of the heading', async () => {
    expect(splitHeading('## C#\n\nمتن').heading).toBe('C#')
    expect(splitHeading('## C# ##\n\nمتن').heading).toBe('C#')
  })

  const rich = await planTask('## Run `ros2` with [the *docs*](./docs.md)\n\nA motor gives torque.', inUrdu)

  test('takes a heading with the code and the link of the author’s', () => {
    expect(judge(heading, '## [دستاویز](link:1) کے ساتھ `ros2`\n\nمتن', rich)).toEqual([])
  })

  test.each([
    ['its code', '## [دستاویز](link:1) کے ساتھ ros2'],
    ['its link', '## دستاویز کے ساتھ `ros2`'],
    ['its place in the text', '## [دستاویز](link:1) `ros2` [[slot:k1]]'],
  ])('finds a heading malformed that has lost %s', (_, line) => {
    expect(judge(heading, `${line}\n\nمتن`, rich)).toEqual(['malformed'])
  })

  test.each([
    ['## Torque [دستاویز](link:2) `ros2`'],
    ['## [ا](link:1) [ب](link:1) `ros2`'],
    ['## [ا](./docs.md) `ros2`'],
  ])('finds a link malformed that is not the author’s: %s', (line) => {
    expect(judge(heading, `${line}\n\nمتن`, rich)).toEqual(['malformed'])
  })

  test('leaves a heading to its author that has a part no model may change', async () => {
    const fixed = await planTask('## The $x$ axis\n\nA motor gives torque.', inUrdu)
    for (const text of ['متن', '## محور\n\nمتن']) {
      expect(judge(heading, text, fixed)).toEqual([])
      expect(verifyRewrite(text, fixed)).toMatchObject({ heading: undefined, markdown: 'متن' })
    }
  })

  test('asks for none while the text is still coming, in the lesson’s own language, or for what has no heading', async () => {
    expect(judge(heading, 'متن', task, { partial: true })).toEqual([])
    expect(judge(heading, 'Text.', await planTask('## Torque\n\nA motor gives torque.'))).toEqual([])
    expect(judge(heading, 'متن', await planTask('A motor gives torque.', inUrdu))).toEqual([])
  })
})
