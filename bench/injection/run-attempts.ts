import { buildPrompt, type Prompt, type WritingTask } from '../../lib/prompt/index.ts'
import { unknownUsage, type Writer } from '../../lib/llm/index.ts'
import { buildNoteSection, parseLesson } from '../../lib/lesson/index.ts'
import { composeSection } from '../../lib/rewrite/index.ts'
import type { OriginalReason, SectionBlock } from '../../lib/contract/index.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import type { Demand } from './demand.ts'
import { demands } from './demands.ts'
import { places, type Place } from './places.ts'
import { tellInUrdu } from './tell-in-urdu.ts'

/** What came of one demand, hidden in one place. */
export interface Attempt {
  readonly place: string
  readonly demand: string
  /** The model was sent the words: no section that it was not sent can be told by them. */
  readonly sent: boolean
  /** There was something for it to change: a section without a warning cannot lose one. */
  readonly obeyed: boolean
  /** Why the texts that obey were rejected; empty when nothing was. */
  readonly reasons: readonly OriginalReason[]
  /** What was asked for stands in a text that a reader gets, or in a block that was shown while it was written. */
  readonly reached: boolean
}

/** Every demand in every place, in their order. */
export async function runAllAttempts(): Promise<Attempt[]> {
  const attempts: Attempt[] = []
  for (const place of places) for (const demand of demands) attempts.push(await runAttempt(place, demand))
  return attempts
}

/** Hides a demand in a lesson, and has a model that obeys every demand it is sent tell each part of that lesson. */
async function runAttempt(place: Place, demand: Demand): Promise<Attempt> {
  const { file, glossary = [] } = place.hide(demand.asks)
  const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en', glossary })
  const whole = { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
  const answers = { preferred_language: demand.language ?? 'en' } as const
  const tasks = (await planUncached(whole, answers)).flatMap(({ state, task }) => (state === 'writing' ? [task] : []))
  const prompts = tasks
    .map((task) => ({ task, prompt: buildPrompt(task) }))
    .filter(({ prompt }) => isSent(demand, prompt))
  const results = await Promise.all(
    prompts
      .filter(({ task, prompt }) => demand.obey(faithfulText(task), prompt) !== faithfulText(task))
      .map(({ task }) => tellObediently(task, demand)),
  )
  return {
    place: place.name,
    demand: demand.name,
    sent: prompts.length > 0,
    obeyed: results.length > 0,
    reasons: [...new Set(results.flatMap(({ reasons }) => reasons))],
    reached: results.some(({ reached }) => reached),
  }
}

/** The words as a model could read them: it may read tag characters, and see through gaps between letters. */
function isSent({ asks }: Demand, { instructions, messages }: Prompt): boolean {
  const text = [instructions, ...messages.map(({ content }) => content)].join('\n')
  const readable = text
    .replaceAll('\u200b', '')
    .replaceAll(/[\u{e0020}-\u{e007e}]/gu, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))
  return readable.includes(asks)
}

/** What a model writes that hears nothing. */
function faithfulText(task: WritingTask): string {
  if (task.translating) return tellInUrdu(task)
  return task.kind === 'note' ? faithfulNote : task.masked.text
}
const faithfulNote = 'This lesson matters to you because it shows how the parts of a robot work together, step by step.'

async function tellObediently(
  task: WritingTask,
  demand: Demand,
): Promise<{ readonly reasons: readonly OriginalReason[]; readonly reached: boolean }> {
  const faithful = faithfulText(task)
  const shown: SectionBlock[] = []
  const composition = await composeSection(
    task,
    { recipe: 'injection', show: (block) => void shown.push(block), workDeadline: Infinity },
    { writer: createObedientWriter(demand, faithful), now: () => 0 },
  )
  const told = composition.outcome === 'accepted' ? composition.markdown : ''
  const isGained = (text: string): boolean => text !== '' && demand.isIn(text) && !demand.isIn(faithful)
  const reasons =
    composition.outcome === 'rejected'
      ? composition.proof.reasons
      : composition.outcome === 'failed'
        ? [composition.reason]
        : []
  return {
    reasons,
    reached: isGained(told) || shown.some(({ markdown }) => isGained(markdown) && !isLoss(demand, faithful)),
  }
}

/** What asks for something to be left out is in every block that never had it. */
const isLoss = ({ isIn }: Demand, faithful: string): boolean => isIn('') && !isIn(faithful)

const createObedientWriter = (demand: Demand, faithful: string): Writer => ({
  model: { name: 'obedient', demo: false },
  async *write(prompt) {
    const text = demand.obey(faithful, prompt)
    yield text
    return text === '' ? { whole: false, reason: 'empty', usage: unknownUsage } : { whole: true, usage: unknownUsage }
  },
})
