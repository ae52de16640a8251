import type { OriginalReason } from '../contract/index.ts'
import { type Choice, questionnaire } from '../profile/index.ts'
import { withoutHidden } from '../text/index.ts'
import type { Prompt } from './prompt.ts'
import { describeSlot } from './describe-slot.ts'
import { levelGuidance, instructionsFor, variantGuidance } from './prompt-texts.ts'
import type { LessonContext, WritingTask } from './writing-task.ts'

/** A text to be rewritten once more, and why: what the verifier found, or how it could suit its reader better. */
export interface Returned {
  readonly text: string
  readonly findings: readonly { readonly reason: OriginalReason; readonly message: string }[]
  readonly advice: { readonly message: string } | undefined
}

/**
 * Builds the prompt of one section. The instructions are equal for all sections of a lesson in one language, so that a
 * provider's prompt cache applies; what differs comes last.
 */
export function buildPrompt(task: WritingTask, returned?: Returned): Prompt {
  const first = { role: 'user' as const, content: buildRequest(task) }
  const repair = returned
    ? [
        { role: 'assistant' as const, content: returned.text },
        { role: 'user' as const, content: buildRepairRequest(returned) },
      ]
    : []
  return {
    instructions: [instructionsFor(task.language, task.lesson.language), buildLessonContext(task)].join('\n\n'),
    messages: [first, ...repair],
  }
}

function buildLessonContext({ lesson, language }: WritingTask): string {
  const lines = lesson.glossary.map((term) => describeTerm(term, language))
  return [
    `<lesson title="${escapeAttribute(lesson.title)}" language="${lesson.language}">`,
    `<outline>\n${escapeText(lesson.outline.map((heading) => `- ${heading}`).join('\n'))}\n</outline>`,
    `<glossary>\n${escapeText(lines.join('\n'))}\n</glossary>`,
    '</lesson>',
  ].join('\n')
}

function describeTerm(
  { term, aliases, plain, comparison }: LessonContext['glossary'][number],
  language: string,
): string {
  const inLanguage = (texts: Readonly<Record<string, string>>): string => texts[language] ?? texts['en'] ?? ''
  return [term, aliases.join(', '), inLanguage(plain), inLanguage(comparison)].join(' | ')
}

function buildRequest(task: WritingTask): string {
  const { section, masked } = task
  const heading = section.heading?.markdown ?? section.heading?.text ?? ''
  return [
    `<task>${task.kind}</task>`,
    ...describeReader(task),
    `<dial>${task.level}</dial>${levelGuidance[task.level]}`,
    `<take>${task.variant}</take>${variantGuidance[task.variant]}`,
    `<slots>\n${masked.slots.map(buildSlot).join('\n')}\n</slots>`,
    `<section id="${escapeAttribute(section.id)}" heading="${escapeAttribute(heading)}">\n${escapeText(masked.text)}\n</section>`,
  ].join('\n')
}

const buildSlot = (slot: WritingTask['masked']['slots'][number]): string =>
  `<slot id="${slot.id}" kind="${slot.kind}">${escapeText(describeSlot(slot))}</slot>`

/** The facets, one per line, and what they mean for the writer. */
function describeReader({ facets }: WritingTask): string[] {
  const answered = questionnaire.flatMap((question) => {
    const answer = facets[question.id]
    if (answer === undefined) return []
    const values = Array.isArray(answer) ? answer : [String(answer)]
    const choices: readonly Choice[] = question.choices
    const chosen = choices.filter(({ value }) => values.includes(value))
    return [{ id: question.id, values, guidance: chosen.flatMap(({ guidance = [] }) => guidance) }]
  })
  return [
    `<reader>\n${answered.map(({ id, values }) => `${id}: ${values.join(',')}`).join('\n')}\n</reader>`,
    `<guidance>\n${answered.flatMap(({ guidance }) => guidance.map((line) => `- ${line}`)).join('\n')}\n</guidance>`,
  ]
}

function buildRepairRequest({ findings, advice }: Returned): string {
  const found = findings.map(({ reason, message }) => `- ${reason}: ${message}`)
  return [
    ...(found.length > 0 ? ['Your text cannot be shown for these reasons:', element('findings', found)] : []),
    ...(advice ? ['Your text does not suit its reader well:', element('advice', [advice.message])] : []),
    'Write the whole text again with this mended, and nothing else changed. Answer with the text only.',
  ].join('\n')
}

const element = (name: string, lines: readonly string[]): string =>
  `<${name}>\n${escapeText(lines.join('\n'))}\n</${name}>`

const escapeAttribute = (text: string): string =>
  withoutHidden(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Prevents a text from closing its enclosing element, and removes characters that its readers cannot see. */
const escapeText = (text: string): string => withoutHidden(text).replaceAll('</', '<\\/')
