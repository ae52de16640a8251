import type { DeployPlan } from './plan-deploy.ts'
import { formatCount, formatDollars, formatTable } from '../terminal/format-table.ts'

/** A plan for people. */
export function describePlan({ place, lessons, profiles, refresh, warnings }: DeployPlan): string[] {
  return [
    `The last build against ${place}`,
    '',
    ...describeLessons(lessons),
    '',
    ...describeProfiles(profiles),
    '',
    ...describeRefresh(refresh),
    ...warnings,
  ]
}

function describeLessons(lessons: DeployPlan['lessons']): string[] {
  const touched = lessons.filter(({ status, sections }) => status !== 'unchanged' || sections.changed.length > 0)
  const same = `${formatCount(lessons.length - touched.length)} of ${formatCount(lessons.length)} lessons stay as they are`
  if (touched.length === 0) return [same]
  const affected = touched.reduce((sum, { rewrites_affected }) => sum + rewrites_affected, 0)
  return [
    ...formatTable(
      ['lesson', 'status', 'new', 'changed', 'gone', 'same', 'rewrites affected'],
      touched.map(({ slug, status, sections: { added, changed, gone, unchanged }, rewrites_affected }) => [
        slug,
        status,
        added.length,
        changed.length,
        gone.length,
        unchanged,
        rewrites_affected,
      ]),
    ),
    ...touched.flatMap(({ slug, sections: { changed } }) =>
      changed.length === 0 ? [] : [`  ${slug}: ${changed.join(', ')} changed`],
    ),
    same,
    ...(affected === 0 ? [] : ['Affected rewrites stay for readers of older pages, until they are swept out']),
  ]
}

function describeProfiles({ days, learners, by_class }: DeployPlan['profiles']): string[] {
  if (learners === 0) return [`No learner was seen in the last ${days} days: there is nothing to refresh`]
  return [
    `${formatCount(learners)} learners with a profile were seen in the last ${days} days. Different rewrites of a section for them:`,
    ...formatTable(
      ['kind of section', 'rewrites'],
      Object.entries(by_class).map(([name, keys]) => [name === 'note' ? 'opening note' : name, keys]),
    ),
  ]
}

function describeRefresh({
  recipe,
  because_of_this_build: fresh,
  not_written_yet: rest,
}: DeployPlan['refresh']): string[] {
  const row = (what: string, estimate: typeof fresh) => [
    what,
    estimate.sections,
    estimate.dollars === null ? 'not known' : formatDollars(estimate.dollars),
    estimate.input_tokens,
    estimate.cached_input_tokens,
    estimate.output_tokens,
  ]
  const sections = fresh.sections + rest.sections
  if (sections === 0) return [`Nothing is missing for them (${recipe})`]
  const stored = fresh.from_stored + rest.from_stored
  return [
    `What is missing for them (${recipe}), about:`,
    ...formatTable(
      ['', 'sections', 'dollars', 'input tokens', 'cached', 'output tokens'],
      [row('new and changed by this build', fresh), row('not written so far', rest)],
    ),
    `Input from the real prompts; output ${describeSource(stored, sections)}`,
  ]
}

function describeSource(stored: number, sections: number): string {
  if (stored === 0) return 'guessed from the length of the texts'
  if (stored === sections) return 'as in stored rewrites'
  return `as in stored rewrites for ${formatCount(stored)} sections, guessed from their length for the others`
}
