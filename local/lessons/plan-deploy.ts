import {
  countReaders,
  countReadyOf,
  findCurrentLessons,
  findPastUsage,
  findProfilesInUse,
  type ProfileInUse,
} from '../../lib/db/index.ts'
import { type FacetClass, forYouSection, type Lesson } from '../../lib/lesson/index.ts'
import { buildRecipe } from '../../lib/prompt/index.ts'
import { showProgress } from '../terminal/show-progress.ts'
import { compareLessons, type LessonChange } from './compare-lessons.ts'
import { estimatePlanTokens } from './estimate-tokens.ts'
import { planRefresh, selectUnwritten, type WantedRewrite } from './plan-refresh.ts'
import { priceTokens, priceWarning } from './price-tokens.ts'
import type { OpenProject } from './with-database.ts'

/** Learners seen in the last 30 days are assumed to continue. */
export const daysInUse = 30

/** What a deploy of these lessons would change, and what it would cost. */
export async function planDeploy(project: OpenProject, built: readonly Lesson[]) {
  const { db, place, settings } = project
  const changes = compareLessons(await findCurrentLessons(db), built)
  const profiles = await findProfilesInUse(db, daysInUse)
  return {
    place,
    lessons: await countAffected(project, changes),
    profiles: {
      days: daysInUse,
      learners: profiles.reduce((sum, { learners }) => sum + learners, 0),
      by_class: countKeys(profiles),
    },
    refresh: await estimateRefresh(project, { built, changes, profiles }),
    warnings: priceWarning(settings.model),
  }
}

export type DeployPlan = Awaited<ReturnType<typeof planDeploy>>

async function countAffected({ db }: OpenProject, changes: readonly LessonChange[]) {
  const ready = await countReadyOf(
    db,
    changes.flatMap(({ hashesGone }) => hashesGone),
  )
  return changes.map(({ hashesGone, ...change }) => ({
    ...change,
    /** Ready rewrites of sections that the build no longer has. */
    rewrites_affected: [...new Set(hashesGone)].reduce((sum, hash) => sum + (ready.get(hash) ?? 0), 0),
  }))
}

/** How many different profile keys each class has; a section will have as many rewrites. */
function countKeys(profiles: readonly ProfileInUse[]): Record<FacetClass, number> {
  const classes: readonly FacetClass[] = ['prose', 'prose+code', 'prose+ai', 'prose+code+ai', 'note']
  const count = (facets: FacetClass): number =>
    new Set(profiles.map(({ profileKeys, variant }) => `${profileKeys[facets]} ${variant}`)).size
  return Object.fromEntries(classes.map((facets) => [facets, count(facets)])) as Record<FacetClass, number>
}

interface RefreshOf {
  readonly built: readonly Lesson[]
  readonly changes: readonly LessonChange[]
  readonly profiles: readonly ProfileInUse[]
}

/**
 * Estimates the rewrites that the profiles in use still lack, separately for what this build changes and for what was
 * never written.
 */
async function estimateRefresh({ db, settings: { model } }: OpenProject, { built, changes, profiles }: RefreshOf) {
  const recipe = buildRecipe(model.name)
  const wanted = await planRefresh({ lessons: built, profiles, recipe, readers: await countReaders(db, daysInUse) })
  const progress = showProgress('Looking up rewrites', wanted.length)
  const unwritten = await selectUnwritten(db, wanted, progress.advance)
  progress.end()
  const past = await findPastUsage(db, recipe, forYouSection)
  const estimate = (some: readonly WantedRewrite[]) => {
    const tasks = some.map(({ planned }) => planned.task)
    const { fromStored, ...tokens } = estimatePlanTokens(tasks, past)
    const { input: input_tokens, cachedInput: cached_input_tokens, output: output_tokens } = tokens
    return {
      sections: some.length,
      input_tokens,
      cached_input_tokens,
      output_tokens,
      dollars: priceTokens(tokens, model),
      from_stored: fromStored,
    }
  }
  const isFresh = ({ lesson, planned: { task } }: WantedRewrite): boolean => {
    const change = changes.find(({ slug }) => slug === lesson.slug)
    const { added = [], changed = [] } = change?.sections ?? {}
    return added.includes(task.section.id) || changed.includes(task.section.id)
  }
  return {
    model: model.name,
    recipe,
    because_of_this_build: estimate(unwritten.filter(isFresh)),
    not_written_yet: estimate(unwritten.filter((rewrite) => !isFresh(rewrite))),
  }
}
