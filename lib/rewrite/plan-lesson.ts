import type { FoundRewrite, StoredRewrite } from '../db/index.ts'
import {
  buildRewriteKey,
  type Level,
  type LessonStart,
  type OriginalReason,
  type RewriteIdentity,
  type RewriteScope,
  type SectionChoices,
  type SectionState,
  type Variant,
  verifierVersion,
  writeIdentity,
} from '../contract/index.ts'
import { type Answers, facetsOf, pickFacets, type ProfileKeys } from '../profile/index.ts'
import { forYouSection, type GlossaryTerm, type Lesson, maskSection, type Section } from '../lesson/index.ts'
import { hasProse, verifyRewrite } from '../verify/index.ts'
import type { LessonContext, WritingTask } from '../prompt/index.ts'

/** The reader's choices. */
export interface ReadingChoice {
  /** Whose text the lesson is. */
  readonly scope: RewriteScope
  readonly answers: Answers
  readonly profileKeys: ProfileKeys
  readonly recipe: string
  readonly level: Level
  readonly variant: Variant
  /** Overrides `level` and `variant` for single sections. */
  readonly choices: SectionChoices
}

/** The plan for one section. */
export interface SectionPlan {
  readonly state: SectionState
  readonly task: WritingTask
  readonly key: string
  /** The parts that the key is the hash of. */
  readonly identity: RewriteIdentity
  /** The cached rewrite, or the stored rejection; only with `state: 'cached'`. */
  readonly stored?: StoredRewrite
  /** Why the original is shown; only with `state: 'as-written'`. */
  readonly reason?: OriginalReason
}

/**
 * Plans the requested sections of a lesson (all by default), the opening note first: `cached`, `writing`, `waiting` or
 * `as-written`.
 */
export function planLesson(
  lesson: Lesson,
  choice: ReadingChoice,
  rewrites: readonly FoundRewrite[],
  isWanted: (section: Section) => boolean = () => true,
): Promise<SectionPlan[]> {
  const context = buildLessonContext(lesson)
  const found = new Map(rewrites.map((rewrite) => [writeIdentity(rewrite.identity), rewrite]))
  return Promise.all(
    lesson.sections.filter(isWanted).map(async (section) => {
      const task = buildTask(section, { lesson: context, choice })
      const profileKey = choice.profileKeys[section.facets]
      const { scope, recipe } = choice
      const { level, variant } = task
      const contextHash = lesson.context_hash
      const identity = { scope, sectionHash: section.hash, contextHash, profileKey, recipe, level, variant }
      const stored = found.get(writeIdentity(identity))
      const key = stored?.key ?? (await buildRewriteKey(identity))
      return { task, key, identity, ...planSection(task, { locked: lesson.locked, stored }) }
    }),
  )
}

/** The keys of the lesson's rewrites in reading order, without the note, which depends on the learner's goals. */
export const findRewriteKeys = (plan: readonly SectionPlan[]): string[] =>
  plan.filter(({ state, task }) => state !== 'as-written' && task.section.id !== forYouSection).map(({ key }) => key)

/** How a planned section is read, in the fields of the wire. */
export function describeReading({
  task,
}: SectionPlan): Pick<LessonStart['sections'][number], 'facets' | 'level' | 'variant'> {
  return { facets: facetsOf(task.section.facets), level: task.level, variant: task.variant }
}

function buildLessonContext({ title, language, glossary, sections }: Lesson): LessonContext {
  return {
    title,
    language,
    glossary,
    outline: sections.flatMap((section) => section.heading?.text ?? []),
  }
}

function buildTask(
  section: Section,
  { lesson, choice }: { readonly lesson: LessonContext; readonly choice: ReadingChoice },
): WritingTask {
  const { level, variant, answers, choices } = choice
  return {
    ...frameTask(section, lesson, { level, variant, language: answers.preferred_language }),
    facets: pickFacets(answers, section.facets),
    ...choices.get(section.id),
  }
}

/** What judging needs to know of how a stored rewrite was made; the reader's answers are not stored. */
export interface StoredReading {
  readonly language: string
  readonly level: Level
  readonly variant: Variant
}

/** The task for judging a stored text without a reader. Only advice, which rejects nothing, depends on facets. */
export const buildStoredTask = (section: Section, lesson: Lesson, reading: StoredReading): WritingTask => ({
  ...frameTask(section, buildLessonContext(lesson), reading),
  facets: {},
})

function frameTask(
  section: Section,
  lesson: LessonContext,
  { language, level, variant }: StoredReading,
): Omit<WritingTask, 'facets'> {
  const translating = language !== lesson.language
  return {
    kind: section.id === forYouSection ? 'note' : 'section',
    section,
    masked: maskSection(section, { translating }),
    lesson,
    shown: [section.source, lesson.title, ...lesson.glossary.flatMap(listTexts)].join('\n\n'),
    language,
    translating,
    level,
    variant,
  }
}

const listTexts = ({ term, aliases, plain, comparison }: GlossaryTerm): string[] => [
  term,
  ...aliases,
  ...Object.values(plain),
  ...Object.values(comparison),
]

type Planned = Pick<SectionPlan, 'state' | 'stored' | 'reason'>

function planSection(
  task: WritingTask,
  { locked, stored }: { readonly locked: boolean; readonly stored: StoredRewrite | undefined },
): Planned {
  if (locked) return { state: 'as-written', reason: 'locked' }
  if (!hasProse(task)) return { state: 'as-written', reason: 'no-prose' }
  if (!stored) return { state: 'writing' }
  if (stored.state === 'ready') return stillAccepted(stored, task) ? { state: 'cached', stored } : { state: 'writing' }
  if (!stored.held) return { state: 'writing' }
  return stored.state === 'writing' ? { state: 'waiting' } : { state: 'cached', stored }
}

/** Whether a rewrite that an older verifier accepted is accepted by the current one. */
export function stillAccepted({ heading, content, verifier_version }: StoredRewrite, task: WritingTask): boolean {
  if (verifier_version !== null && verifier_version >= verifierVersion) return true
  const text = heading === null ? (content ?? '') : `## ${heading}\n\n${content}`
  return verifyRewrite(text, task).accepted
}
