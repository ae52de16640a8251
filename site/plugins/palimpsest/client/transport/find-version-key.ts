import type { PageLesson } from '../../lesson/page-lesson.ts'
import { buildRewriteKey, buildVersionKey } from '../../../../../lib/contract/index.ts'
import { type Answers, buildProfileKeys } from '../../../../../lib/profile/index.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { findChoices } from '../storage/choices.ts'
import { findLastStart } from '../storage/last-start.ts'

/** What a page has to know of its lesson to name a version of it. */
export type NamedLesson = Pick<PageLesson, 'slug' | 'content_hash' | 'context_hash' | 'language' | 'sections'>

/**
 * The key of the version that the server would give a learner with these answers, computed as the server does. Undefined when
 * the server has not yet said on this device what only it knows, when nothing of the lesson is rewritten, and where the
 * browser computes no hashes: on plain HTTP.
 */
export async function findVersionKey(
  storage: KeyedStorage,
  page: NamedLesson,
  answers: Answers,
): Promise<string | undefined> {
  const last = findLastStart(storage)
  const translating = answers.preferred_language !== page.language
  const rewritten = page.sections.filter(
    (section) => section.rewritten === 'always' || (translating && section.rewritten === 'translated'),
  )
  if (!last || rewritten.length === 0 || !('subtle' in crypto)) {
    return undefined
  }
  const profileKeys = await buildProfileKeys(answers)
  const choices = findChoices(storage, page.slug)
  const keys = rewritten.map(({ id, hash, facets }) => {
    const { level = 'as-is', variant = last.variant } = choices[id] ?? {}
    return buildRewriteKey({
      scope: 'published',
      sectionHash: hash,
      contextHash: page.context_hash,
      profileKey: profileKeys[facets],
      recipe: last.recipe,
      level,
      variant,
    })
  })
  return buildVersionKey(page, await Promise.all(keys))
}
