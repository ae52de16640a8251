import { existsSync } from 'node:fs'
import { findCurrentLessons } from '../../lib/db/index.ts'
import { sitePaths } from '../build-site.ts'
import { compareLessons } from '../lessons/compare-lessons.ts'
import { readBuiltLessons } from '../lessons/read-built-lessons.ts'
import type { OpenDatabase } from '../open-database.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** Whether the published lessons are those of the last build. */
export async function checkLessons({ db }: Pick<OpenDatabase, 'db'>): Promise<Check> {
  const published = await findCurrentLessons(db)
  const publish = 'Run npm run lessons -- publish (npm run lessons -- plan shows what that changes)'
  if (published.length === 0) return wrong('lessons', 'none is published', publish)
  const count = `${published.length} are published`
  if (!existsSync(sitePaths.manifest))
    return warning('lessons', `${count}; there is no build here to compare them with`, 'Run npm run build')
  const changes = compareLessons(published, await readBuiltLessons(sitePaths.manifest))
  const others = changes.filter(
    ({ status, sections }) => status === 'new' || sections.added.length + sections.changed.length > 0,
  )
  if (others.length === 0) return ok('lessons', `${count}, and those of the last build are as they are there`)
  return warning('lessons', `${count}; ${others.length} are new or changed in the last build`, publish)
}
