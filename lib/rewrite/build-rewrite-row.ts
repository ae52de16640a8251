import type { RewriteRow } from '../db/index.ts'
import type { SectionPlan } from './plan-lesson.ts'

/** The cache row that a planned section is stored in. */
export const buildRewriteRow = ({ key, identity, task }: SectionPlan, lessonSlug: string): RewriteRow => ({
  key,
  lesson_slug: lessonSlug,
  section_id: task.section.id,
  scope: identity.scope,
  content_hash: identity.sectionHash,
  context_hash: identity.contextHash,
  preferences_hash: identity.profileKey,
  recipe: identity.recipe,
  level: identity.level,
  variant: identity.variant,
})
