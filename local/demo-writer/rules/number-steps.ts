import { atomPattern, type Draft, type Passage, type SentenceGroup } from '../draft.ts'

const opening = /^(?:First|To begin|Begin by|Start by)\b/
const following = /^(?:Second|Third|Then|Next|After that|Afterwards|Finally|Last|Lastly)\b/
/** "It **senses**: …": the same subject, an emphasised word, a colon. */
const labelled = new RegExp(`^(It|They|You|We) ${atomPattern.source}: `)
const stepsMin = 3

/** Turns a paragraph with three or more steps into its introduction, a numbered list and the rest. */
export function numberSteps(draft: Draft): Draft {
  return {
    ...draft,
    passages: draft.passages.map((passage) => (passage.place === 'root' ? numberPassage(passage) : passage)),
  }
}

function numberPassage(passage: Passage): Passage {
  const sentences = passage.groups.flatMap((group) => group.sentences)
  const starts = findLabelledSteps(sentences) ?? findToldSteps(sentences)
  if (!starts) return passage
  const [first = 0] = starts.steps
  const groups: SentenceGroup[] = [
    { kind: 'prose', sentences: first > 0 ? sentences.slice(0, first) : ['One step at a time:'] },
    ...starts.steps.map((start, index) => ({
      kind: 'step' as const,
      sentences: sentences.slice(start, starts.steps[index + 1] ?? starts.end),
    })),
    { kind: 'prose', sentences: sentences.slice(starts.end) },
  ]
  return { ...passage, groups: groups.filter((group) => group.sentences.length > 0) }
}

interface Steps {
  /** Index of each step's first sentence. */
  readonly steps: readonly number[]
  /** Index of the first sentence after the last step. */
  readonly end: number
}

function findLabelledSteps(sentences: readonly string[]): Steps | null {
  const start = sentences.findIndex((sentence) => labelled.test(sentence))
  if (start < 0) return null
  const subject = labelled.exec(sentences[start] ?? '')?.[1]
  const length = sentences.slice(start).findIndex((sentence) => labelled.exec(sentence)?.[1] !== subject)
  const end = length < 0 ? sentences.length : start + length
  return end - start < stepsMin
    ? null
    : { steps: Array.from({ length: end - start }, (_, index) => start + index), end }
}

function findToldSteps(sentences: readonly string[]): Steps | null {
  const start = sentences.findIndex((sentence) => opening.test(sentence))
  if (start < 0) return null
  const steps = sentences.flatMap((sentence, index) =>
    index === start || (index > start && following.test(sentence)) ? [index] : [],
  )
  const last = steps.at(-1) ?? start
  return steps.length < stepsMin ? null : { steps, end: last + 1 }
}
