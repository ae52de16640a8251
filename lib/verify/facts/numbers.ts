import type { LessonContext, WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { packsOf } from '../packs-of.ts'
import type { Candidate } from '../reading/candidate.ts'
import type { Fact } from './compare-facts.ts'
import { readAuthorText } from './author-text.ts'
import { ruleOf, type FactKind } from './fact-kind.ts'
import { readKnownNumbers, readNumberedNames, readNumbers } from './read-numbers.ts'

const proseOf = ({ heading = '', prose }: Candidate): string => `${heading}\n\n${prose}`

/** The numbers of the section, and of the lesson's title and glossary, whose explanations a writer may use. */
const knownTo = oncePer((task: WritingTask): ReadonlySet<string> => {
  const { title } = task.lesson
  const own = readKnownNumbers(`${readAuthorText(task).section}\n\n${title}`, packsOf(task))
  return new Set([...own, ...numbersExplainedIn(task.lesson)])
})

/** Each explanation is read in its own language. */
const numbersExplainedIn = oncePer(({ glossary }: LessonContext): string[] =>
  glossary
    .flatMap(({ plain, comparison }) => [...Object.entries(plain), ...Object.entries(comparison)])
    .flatMap(([language, text]) => [...readKnownNumbers(text, packsOf({ language, lesson: { language } }))]),
)

/** The numbers of a text. A policy decides which ones are findings: digits are certain, everyday words are not. */
export const numberFacts: Pick<FactKind, 'reason' | 'read' | 'owed' | 'isKnown'> = {
  reason: 'number-changed',
  read: (text, task) => readNumbers(proseOf(text), packsOf(task)),
  isKnown: ({ value, parts = [] }, task) =>
    knownTo(task).has(value) || (parts.length > 0 && parts.every((part) => knownTo(task).has(part))),
}

export const sayAdded = (value: string): string => `The number ${value} is not in the section.`
export const sayLost = (values: string): string => `Keep as often as the section gives it: ${values}.`

/** Whether the author writes a number in digits. */
export const isInDigits = (value: string, author: readonly Fact[]): boolean =>
  author.some((fact) => fact.value === value && fact.form === 'digits')

/**
 * Prevents a ratio, a version or a year that the author never wrote, and the loss of one that the author did. A number
 * in digits must be in the section. Each of the author's must be kept, in digits or in words; one that occurs less
 * often than in the section, while another occurs more often, was exchanged.
 */
export const numbers = ruleOf({
  ...numberFacts,
  policy: {
    added: { isFault: ({ form }) => form === 'digits', say: sayAdded },
    dropped: { isFault: isInDigits, say: sayLost },
    exchanged: { isFault: isInDigits, say: sayLost },
  },
})

const namesOf = oncePer((task: WritingTask) => readNumberedNames(readAuthorText(task).shown))

/** Prevents a name with another number: "Python 2" where the author writes about Python 3. */
export const numberedNames = ruleOf({
  reason: 'number-changed',
  read: (text) =>
    [...readNumberedNames(proseOf(text))].flatMap(([name, found]) =>
      [...found].map((number) => ({ value: `${name} ${number}`, parts: [name, number] })),
    ),
  isKnown: ({ parts: [name = '', number = ''] = [] }, task) => namesOf(task).get(name)?.has(number) !== false,
  policy: { added: { say: sayAdded } },
})
