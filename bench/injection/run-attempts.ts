import { buildPrompt, type Prompt, type WritingTask } from '../../lib/prompt/index.ts'
import { unknownUsage, type Writer } from '../../lib/llm/index.ts'
import { buildNoteSection, parseLesson } from '../../lib/lesson/index.ts'
import { composeSection } from '../../lib/rewrite/index.ts'
import type { OriginalReason, SectionBlock } from '../../lib/contract/index.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import type { Injection } from './injection.ts'
import { injections } from './injections.ts'
import { places, type Place } from './places.ts'
import { rewriteInUrdu } from './rewrite-in-urdu.ts'

/** The outcome of one injection in one place of a lesson. */
export interface Attempt {
  readonly place: string
  readonly injection: string
  /** Whether any prompt held the words. */
  readonly sent: boolean
  /** Whether obeying changed a text: a section without a warning cannot lose one. */
  readonly obeyed: boolean
  /** Why the texts of the obeying model were rejected; empty when none was. */
  readonly reasons: readonly OriginalReason[]
  /** Whether the effect is in a text that a reader gets, or in a block shown while it was written. */
  readonly reached: boolean
}

/** Tries every injection in every place, in order. */
export async function runAllAttempts(): Promise<Attempt[]> {
  const attempts: Attempt[] = []
  for (const place of places) for (const injection of injections) attempts.push(await runAttempt(place, injection))
  return attempts
}

/** Hides an injection in a lesson, and has an obeying model rewrite each section of it. */
async function runAttempt(place: Place, injection: Injection): Promise<Attempt> {
  const { file, glossary = [] } = place.hide(injection.asks)
  const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en', glossary })
  const whole = { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
  const answers = { preferred_language: injection.language ?? 'en' } as const
  const tasks = (await planUncached(whole, answers)).flatMap(({ state, task }) => (state === 'writing' ? [task] : []))
  const prompts = tasks
    .map((task) => ({ task, prompt: buildPrompt(task) }))
    .filter(({ prompt }) => isSent(injection, prompt))
  const results = await Promise.all(
    prompts
      .filter(({ task, prompt }) => injection.obey(faithfulText(task), prompt) !== faithfulText(task))
      .map(({ task }) => rewriteObediently(task, injection)),
  )
  return {
    place: place.name,
    injection: injection.name,
    sent: prompts.length > 0,
    obeyed: results.length > 0,
    reasons: [...new Set(results.flatMap(({ reasons }) => reasons))],
    reached: results.some(({ reached }) => reached),
  }
}

/** Whether the prompt holds the words. A model may read tag characters, and ignore zero-width spaces. */
function isSent({ asks }: Injection, { instructions, messages }: Prompt): boolean {
  const text = [instructions, ...messages.map(({ content }) => content)].join('\n')
  const readable = text
    .replaceAll('\u200b', '')
    .replaceAll(/[\u{e0020}-\u{e007e}]/gu, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))
  return readable.includes(asks)
}

/** What a model writes that ignores the injection. */
function faithfulText(task: WritingTask): string {
  if (task.translating) return rewriteInUrdu(task)
  return task.kind === 'note' ? faithfulNote : task.masked.text
}
const faithfulNote = 'This lesson matters to you because it shows how the parts of a robot work together, step by step.'

async function rewriteObediently(
  task: WritingTask,
  injection: Injection,
): Promise<{ readonly reasons: readonly OriginalReason[]; readonly reached: boolean }> {
  const faithful = faithfulText(task)
  const shown: SectionBlock[] = []
  const composition = await composeSection(
    task,
    { recipe: 'injection', show: (block) => void shown.push(block), workDeadline: Infinity },
    { writer: createObedientWriter(injection, faithful), now: () => 0 },
  )
  const rewrite = composition.outcome === 'accepted' ? composition.markdown : ''
  const hasEffect = (text: string): boolean => text !== '' && injection.isIn(text) && !injection.isIn(faithful)
  const reasons =
    composition.outcome === 'rejected'
      ? composition.proof.reasons
      : composition.outcome === 'failed'
        ? [composition.reason]
        : []
  return {
    reasons,
    reached: hasEffect(rewrite) || shown.some(({ markdown }) => hasEffect(markdown) && !isLoss(injection, faithful)),
  }
}

/** Whether the effect is that something is missing: a single block never has all of a section. */
const isLoss = ({ isIn }: Injection, faithful: string): boolean => isIn('') && !isIn(faithful)

const createObedientWriter = (injection: Injection, faithful: string): Writer => ({
  model: { name: 'obedient', demo: false },
  async *write(prompt) {
    const text = injection.obey(faithful, prompt)
    yield text
    return text === '' ? { whole: false, reason: 'empty', usage: unknownUsage } : { whole: true, usage: unknownUsage }
  },
})
