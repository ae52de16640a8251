import { expect, test } from 'vitest'
import { runFirstDay, type FirstDayOptions } from '../../bench/load/run-first-day.ts'

const day = { learners: 100, within: 2, callMs: 50, freeWithin: 30 } as const

test.each<Pick<FirstDayOptions, 'database' | 'crowd'>>([
  { database: 'embedded', crowd: 'class' },
  { database: 'postgres', crowd: 'city' },
])(
  'a $crowd that comes to a book nobody has read gets all of it ($database), and nothing paid for is lost',
  async (place) => {
    const { targets } = await runFirstDay({ ...day, ...place })
    expect(targets.filter(({ met }) => !met)).toEqual([])
  },
  300_000,
)
