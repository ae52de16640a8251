import { countWords } from '../../../lib/text/index.ts'
import { seedOf } from '../choose.ts'
import { leansOnTheSentenceBefore } from '../clause.ts'
import { atomCharacter, readAloud, type Draft } from '../draft.ts'
import { locateGlossaryTerms, isMeant } from '../find-terms.ts'
import type { ReadingStyle } from '../reading-style.ts'
import type { TaskTerm, DemoTask } from '../writing-task.ts'
import { phraseExplanation } from './phrase-explanation.ts'

/** A term's first mention, and where its explanation may go. */
interface Mention {
  readonly term: TaskTerm
  readonly passage: number
  readonly group: number
  /** Index of the sentence after which the explanation goes. */
  readonly after: number
  readonly isRightAfter: boolean
  /** True if the author explains the term in this sentence. */
  readonly isDefined: boolean
  /** True if the section is about this term. */
  readonly isCentral: boolean
}

/**
 * Explains glossary terms after the sentence that mentions them first, or after sentences that refer to it. `wordsMax`
 * limits the added words. Terms that the section is about come first; the choice among others differs between sections,
 * so that a lesson does not explain the same word everywhere.
 */
export function explainTerms(
  draft: Draft,
  { task, style, wordsMax }: { task: DemoTask; style: ReadingStyle; wordsMax: number },
): Draft {
  const seed = seedOf(task.section.id) + task.variant
  const mentions = rank(findMentions(draft, task), seed).filter((mention) => isHelpful(mention, style))
  let words = wordsMax
  let explained = draft
  const used: Mention[] = []
  for (const mention of mentions) {
    const isPlaceLeft =
      used.length < (mention.isCentral ? style.terms : style.passingTerms) &&
      !used.some((earlier) => isSamePlace(earlier, mention))
    const text = phraseExplanation(mention, { style, seed: seed + used.length, wordsMax: words })
    if (!isPlaceLeft || text === null) continue
    words -= countWords(text)
    explained = insertAfter(explained, {
      mention,
      text,
      shift: used.filter((earlier) => isBefore(earlier, mention)).length,
    })
    used.push(mention)
  }
  return explained
}

/** Advanced learners need neither a term that the author has just defined nor the most common words. */
function isHelpful({ term, isDefined }: Mention, style: ReadingStyle): boolean {
  return style.comparisons || !(isDefined || commonTerms.has(term.term))
}

const commonTerms = new Set(['humanoid', 'sensor', 'simulation'])

function findMentions(draft: Draft, task: DemoTask): Mention[] {
  const headings = [task.lesson.title, ...task.lesson.outline, task.section.heading]
  const seen = new Set<string>()
  return draft.passages.flatMap((passage, passageIndex) =>
    passage.groups.flatMap((group, groupIndex) =>
      group.sentences.flatMap((sentence, index) =>
        locateGlossaryTerms(readAloud(sentence, draft.atoms), task.lesson.glossary).flatMap(({ term }) => {
          if (seen.has(term.term)) return []
          seen.add(term.term)
          const isDefined = draft.atoms.some(
            (atom, at) => sentence.includes(atomCharacter(at)) && isStrong(atom) && names(term, atom),
          )
          const after = findPlace(group.sentences, index)
          if (after === null || denies(sentence, term) || !(isDefined || isMeant(term, headings))) return []
          if (!isDefined && locateGlossaryTerms(earlierHeadings(task), [term]).length > 0) return []
          if (!isDefined && passage.place === 'item') return []
          const isCentral = isDefined || locateGlossaryTerms(task.section.heading, [term]).length > 0
          return [
            {
              term,
              passage: passageIndex,
              group: groupIndex,
              after,
              isRightAfter: after === index,
              isDefined,
              isCentral,
            },
          ]
        }),
      ),
    ),
  )
}

/** The title and the headings before this section's own: a term in one of them has been explained there. */
function earlierHeadings({ lesson, section }: DemoTask): string {
  if (section.heading === '') return ''
  return [lesson.title, ...lesson.outline.slice(0, Math.max(lesson.outline.indexOf(section.heading), 0))].join('. ')
}

/** True for "No motor, no sensor", which is no place to explain a sensor. */
function denies(sentence: string, { term }: TaskTerm): boolean {
  return new RegExp(`\\b(?:no|without|not) (?:an? )?${term}`, 'i').test(sentence)
}

function isStrong(atom: string): boolean {
  return atom.startsWith('**')
}

function names(term: TaskTerm, atom: string): boolean {
  return locateGlossaryTerms(atom, [term]).length > 0
}

/** The first sentence after which an explanation does not separate two that belong together; null if there is none. */
function findPlace(sentences: readonly string[], index: number): number | null {
  let place = index
  while (leansOnTheSentenceBefore(sentences[place + 1] ?? '')) place += 1
  const isStatement = (sentence: string) => /[.][)”"]?$/.test(sentence)
  return isStatement(sentences[index] ?? '') && isStatement(sentences[place] ?? '') ? place : null
}

function rank(mentions: readonly Mention[], seed: number): Mention[] {
  const central = mentions.filter((mention) => mention.isCentral)
  const passing = mentions.filter((mention) => !mention.isCentral)
  const start = passing.length === 0 ? 0 : seed % passing.length
  return [...central, ...passing.slice(start), ...passing.slice(0, start)]
}

function isSamePlace(one: Mention, other: Mention): boolean {
  return one.passage === other.passage && one.group === other.group && one.after === other.after
}

function isBefore(earlier: Mention, later: Mention): boolean {
  return earlier.passage === later.passage && earlier.group === later.group && earlier.after < later.after
}

function insertAfter(draft: Draft, { mention, text, shift }: { mention: Mention; text: string; shift: number }): Draft {
  const passages = draft.passages.map((passage, passageIndex) =>
    passageIndex !== mention.passage
      ? passage
      : {
          ...passage,
          groups: passage.groups.map((group, groupIndex) =>
            groupIndex !== mention.group
              ? group
              : { ...group, sentences: group.sentences.toSpliced(mention.after + 1 + shift, 0, text) },
          ),
        },
  )
  return { ...draft, passages }
}
