import type { Level } from '../../lib/contract/index.ts'
import type { BookSection, Language } from './read-book.ts'
import type { Spent } from './spent.ts'
import { month, type Reading } from './month.ts'

/** Who shares the rewrites of a cache. */
export const sharings = ['ours', 'whole profile', 'one user'] as const
export type Sharing = (typeof sharings)[number]

export interface SharedCache {
  /** Reads a lesson whose sections have been changed so often each, and pays for what is missing. */
  read(reading: Reading, sections: readonly BookSection[], versions: readonly number[]): void
  readonly spent: Spent
  /** By day: how many sections were looked for, and how many were there. */
  readonly days: { found: number; all: number }[]
  endDay(): void
}

/** Who finds the rewrite of a section that another one paid for. */
const sharedBy: Readonly<Record<Sharing, (reading: Reading, section: BookSection) => string>> = {
  ours: ({ learner }, { facets }) => learner.keys[facets],
  'whole profile': ({ learner }) => JSON.stringify(learner.answers),
  'one user': ({ learner }) => String(learner.id),
}

/** A cache that has every section, version and level once for each of those who share it. */
export function createSharedCache(sharing: Sharing): SharedCache {
  const stored = new Set<string>()
  const spent = { calls: 0, input: 0, cachedInput: 0, output: 0 }
  const days = [{ found: 0, all: 0 }]
  const groups = new Map<string, number>()
  const groupOf = (text: string): number => {
    const group = groups.get(text) ?? groups.size
    groups.set(text, group)
    return group
  }

  function pay({ tokens }: BookSection, language: string, callsBefore: number): void {
    const { prefix, rest, output } = tokens[language as Language]
    spent.calls += 1
    spent.input += prefix + rest
    spent.output += output
    if (callsBefore >= month.together && prefix >= month.prefixMin) spent.cachedInput += prefix
  }

  return {
    spent,
    days,
    endDay: () => void days.push({ found: 0, all: 0 }),
    read(reading, sections, versions) {
      const today = days.at(-1) as { found: number; all: number }
      let calls = 0
      const look = (at: number, level: Level): void => {
        const section = sections[at]
        if (section === undefined) return
        const key = `${reading.lesson}.${at}.${versions[at]}.${level}.${groupOf(sharedBy[sharing](reading, section))}`
        today.all += 1
        if (stored.has(key)) {
          today.found += 1
          return
        }
        stored.add(key)
        pay(section, reading.learner.answers.preferred_language, calls)
        calls += 1
      }
      for (const at of sections.keys()) look(at, 'as-is')
      if (reading.turned) look(reading.turned.section, reading.turned.level)
    },
  }
}
