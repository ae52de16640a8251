import type { Section } from '../../lesson/index.ts'
import type { LessonContext, WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import { readKnownNumbers, readNumberedNames, readNumbers, type NumberMention } from './read-numbers.ts'
import { oncePer } from '../once-per.ts'
import type { Rule } from '../rule.ts'

/** Up to so many things a writer may have counted itself: "the two wheels", "three things follow". */
const ownCountMax = { section: 5, note: 2 }

/**
 * Harm prevented: a count, a ratio, a version or a year that the author never wrote, and one of the author's that is gone.
 * A number in digits must be in the section. One of the author's must still be there, in digits or in words; and one that
 * stands less often than the author wrote it, while another stands more often, was exchanged for it.
 */
export const numbers: Rule = (candidate, task) => {
  const found = readNumbers(proseOf(candidate))
  const invented = findInvented(found, task) ?? findRenumbered(proseOf(candidate), task)
  if (invented) return [changed(`The number ${invented} is not in the section.`)]
  if (candidate.partial || task.kind === 'note') return []
  const wanted = readNumbers(readOriginal(task.masked).prose).filter(isOwed)
  const lost = findLost(wanted, found)
  return lost === undefined ? [] : [changed(`Keep the number ${lost}, as often as the section gives it.`)]
}

const proseOf = ({ heading = '', prose }: Candidate): string => `${heading}\n${prose}`

/** A name whose number is another than the author's: "ROS 3" where the author speaks of ROS 2. */
function findRenumbered(prose: string, task: WritingTask): string | undefined {
  for (const [name, found] of readNumberedNames(prose))
    for (const number of found) if (namesOf(task).get(name)?.has(number) === false) return `${name} ${number}`
  return undefined
}

const namesOf = oncePer(({ shown }: WritingTask) => readNumberedNames(shown))

/** Of its title, and of the glossary: a writer may use the explanations, numbers and all. */
const numbersOf = oncePer(({ title, glossary }: LessonContext) => {
  const explained = glossary.flatMap(({ plain, comparison }) => [...Object.values(plain), ...Object.values(comparison)])
  return readKnownNumbers([title, ...explained].join('\n'))
})

const numbersIn = oncePer(({ source }: Section) => readKnownNumbers(source))

/** An order may be told without its numbers, and "half" in many ways. */
const isOwed = ({ form, value }: NumberMention): boolean => form === 'digits' || (form === 'word' && value !== '0.5')

function findInvented(found: readonly NumberMention[], { kind, section, lesson }: WritingTask): string | undefined {
  const has = (value: string): boolean => numbersIn(section).has(value) || numbersOf(lesson).has(value)
  const isKnown = ({ value, parts }: NumberMention): boolean => has(value) || (parts.length > 0 && parts.every(has))
  const mayBeOwnCount = ({ form, value }: NumberMention): boolean =>
    form === 'ordinal' || (form === 'word' && Number(value) <= ownCountMax[kind])
  return found.find((mention) => !mayBeOwnCount(mention) && !isKnown(mention))?.value
}

function findLost(wanted: readonly NumberMention[], found: readonly NumberMention[]): string | undefined {
  const before = countValues(wanted)
  const told = new Set(found.flatMap(({ value, parts }) => [value, ...parts]))
  const after = countValues(found.filter(({ form }) => form !== 'ordinal'))
  const hasGained = [...after].some(([value, times]) => times > (before.get(value) ?? 0))
  for (const [value, times] of before) {
    const left = after.get(value) ?? 0
    const isWritten = wanted.some((mention) => mention.value === value && mention.form === 'digits')
    if (isWritten && !told.has(value)) return value
    if (left < times && hasGained) return value
  }
  return undefined
}

/** How often each number stands in a text, alone or as a part of a larger one. */
function countValues(mentions: readonly NumberMention[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { value, parts } of mentions)
    for (const one of [value, ...parts]) times.set(one, (times.get(one) ?? 0) + 1)
  return times
}

const changed = (message: string): Finding => ({ reason: 'number-changed', message })
