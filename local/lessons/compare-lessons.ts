import type { Lesson, Section } from '../../lib/lesson/index.ts'

/** The changes of one lesson when a build is published. */
export interface LessonChange {
  readonly slug: string
  readonly status: 'new' | 'changed' | 'unchanged' | 'gone'
  readonly sections: {
    /** Ids of new sections, and of those with another text. */
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly gone: readonly string[]
    readonly unchanged: number
  }
  /** Hashes of sections that the build no longer has. */
  readonly hashesGone: readonly string[]
}

/**
 * Compares a build's lessons with the published ones, section by section, by hash: a section that moved or has another
 * anchor keeps its rewrites. Both have their opening notes.
 */
export function compareLessons(published: readonly Lesson[], built: readonly Lesson[]): LessonChange[] {
  const slugs = [...new Set([...built, ...published].map(({ slug }) => slug))]
  const builtHashes = new Set(built.flatMap(({ sections }) => sections.map(({ hash }) => hash)))
  return slugs.map((slug) => {
    const before = published.find((lesson) => lesson.slug === slug)
    const after = built.find((lesson) => lesson.slug === slug)
    const sections = compareSections(before?.sections ?? [], after?.sections ?? [])
    const hashesGone = (before?.sections ?? []).map(({ hash }) => hash).filter((hash) => !builtHashes.has(hash))
    return { slug, status: nameStatus(before, after), sections, hashesGone }
  })
}

function nameStatus(before: Lesson | undefined, after: Lesson | undefined): LessonChange['status'] {
  if (before === undefined) return 'new'
  if (after === undefined) return 'gone'
  return before.content_hash === after.content_hash ? 'unchanged' : 'changed'
}

function compareSections(before: readonly Section[], after: readonly Section[]): LessonChange['sections'] {
  const [hashesBefore, hashesAfter] = [hashesOf(before), hashesOf(after)]
  const [idsBefore, idsAfter] = [idsOf(before), idsOf(after)]
  const fresh = after.filter(({ hash }) => !hashesBefore.has(hash))
  return {
    added: fresh.filter(({ id }) => !idsBefore.has(id)).map(({ id }) => id),
    changed: fresh.filter(({ id }) => idsBefore.has(id)).map(({ id }) => id),
    gone: before.filter(({ id, hash }) => !idsAfter.has(id) && !hashesAfter.has(hash)).map(({ id }) => id),
    unchanged: after.length - fresh.length,
  }
}

const hashesOf = (sections: readonly Section[]): ReadonlySet<string> => new Set(sections.map(({ hash }) => hash))
const idsOf = (sections: readonly Section[]): ReadonlySet<string> => new Set(sections.map(({ id }) => id))
