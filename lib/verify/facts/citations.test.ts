import { expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { inventedCitations } from './citations.ts'

const task = await planTask('The button follows ISO 13850 (Meyer 1998).')

test.each(['ISO 13850 says so (Meyer 1998).', 'In May (2021 was warm) it ran [sic].', 'It is an EN route.'])(
  'inventedCitations() accepts "%s"',
  (text) => {
    expect(judge(inventedCitations, text, task)).toEqual([])
  },
)

test.each([
  '(Smith, 2021)',
  '(Smith and Lee 2019)',
  '(see Kim et al., 2020, p. 3)',
  '[12]',
  '[3, 7]',
  'as Kim et al. found',
  'arXiv:2103.01234',
  'doi:10.1000/182',
  'ISO 99999',
])('inventedCitations() turns down "%s"', (citation) => {
  expect(judge(inventedCitations, `It is so ${citation}.`, task)).toEqual(['invented-citation'])
})
