import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { statements } from '../support/fault-moments.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { countModelCalls, readRowStates, readWith, rewriteCount, wholeReading } from '../support/read-under-fault.ts'
import { at, useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()
const refuseConnection = at(({ request }) => request.socket.resetAndDestroy())

test.each([1, 3, 9])(
  'texts that were paid for are stored once the database has been silent %i times, while the reader has them already',
  async (silences) => {
    const name = aModel('echo')
    const [{ slug }, learner] = await Promise.all([publishLesson(broken.database.db), aLearner()])
    const met = new Map<string, number>()
    broken.strike((query, params) => {
      if (!query.startsWith(statements.store)) return undefined
      // A section's statement names its key; the usage differs in nothing else.
      const key = /[0-9a-f]{64}/.exec(params)?.[0] ?? ''
      const times = (met.get(key) ?? 0) + 1
      met.set(key, times)
      return times <= silences ? refuseConnection : undefined
    })
    expect((await readWith(broken.timers, { slug, learner })).sources).toEqual(wholeReading)
    expect(await readRowStates(broken.database.db, slug)).toEqual(Array(rewriteCount).fill('ready'))
    expect(new Set(takeLoggedErrors().map(({ event }) => event))).toEqual(new Set(['database-unavailable']))
    expect((await readWith(broken.timers, { slug, learner })).cached).toBe(rewriteCount)
    expect(await countModelCalls(broken.modelBaseUrl, name)).toBe(rewriteCount)
  },
)
