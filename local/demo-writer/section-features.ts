import { readAloud, type Draft } from './draft.ts'
import { locateGlossaryTerms, isMeant } from './find-terms.ts'
import { properNames } from './proper-names.ts'
import type { DemoTask } from './writing-task.ts'

/** Features of a section that a closing sentence may refer to: visible facts only. */
export interface SectionFeatures {
  readonly isQuiz: boolean
  /** True if there is a Python listing that prints. */
  readonly hasProgram: boolean
  readonly hasCommands: boolean
  readonly hasFormula: boolean
  readonly hasTable: boolean
  readonly hasPicture: boolean
  /** Up to two of the words the author set in bold, or of the glossary. */
  readonly keyTerms: readonly string[]
  /** The words of a link in the section. */
  readonly linkText: string | null
  /** The heading, if it can be quoted as it is. */
  readonly heading: string | null
  /** For a section without a heading: the lesson's first and last headings, except quizzes. */
  readonly way: { readonly from: string; readonly to: string } | null
}

const keyTermWordsMax = 3
const keyTermsMax = 2

/** Reads the features of a section. */
export function readFeatures(draft: Draft, task: DemoTask): SectionFeatures {
  const { heading } = task.section
  const slots = task.slots.filter((slot) => draft.source.includes(`[[slot:${slot.id}]]`))
  const code = slots.filter((slot) => slot.kind === 'code').map((slot) => slot.content)
  const links = draft.atoms.flatMap((atom) => /^\[([^[\]`*_]+)\]\(link:\d+\)$/.exec(atom)?.[1] ?? [])
  return {
    isQuiz: isQuizHeading(heading),
    hasProgram: code.some((content) => /^[`~]+\s*python/.test(content) && /\bprint\(/.test(content)),
    hasCommands: code.some((content) => /^[`~]+\s*(?:bash|sh|shell|console)\b/.test(content)),
    hasFormula: slots.some((slot) => slot.kind === 'math' && slot.content.startsWith('$$')),
    hasTable: /^\|/m.test(draft.source),
    hasPicture: slots.some((slot) => slot.kind === 'image' || slot.kind === 'diagram'),
    keyTerms: findKeyTerms(draft, task).map(inSentenceCase).slice(0, keyTermsMax),
    linkText: links.at(-1) ?? null,
    heading: heading !== '' && isQuotable(heading) ? heading : null,
    way: heading === '' ? findWay(task.lesson.outline) : null,
  }
}

/** The terms a section is about: set in bold by the author, or in its heading, or mentioned more than once. */
function findKeyTerms(draft: Draft, task: DemoTask): string[] {
  const { glossary } = task.lesson
  const bold = [...new Set(draft.atoms.filter((atom) => atom.startsWith('**')).map((atom) => readAloud(atom, [])))]
  const boldTerms = bold.filter((text) => locateGlossaryTerms(text, glossary).length > 0 && isName(text))
  if (boldTerms.length > 0) return boldTerms
  if (bold.length > 0 && bold.length <= keyTermsMax && bold.every(isName)) return bold
  const headings = [task.lesson.title, ...task.lesson.outline]
  const prose = draft.passages.flatMap((passage) => passage.groups.flatMap((group) => group.sentences)).join(' ')
  const mentions = locateGlossaryTerms(readAloud(`${task.section.heading}. ${prose}`, draft.atoms), glossary).map(
    ({ term }) => term,
  )
  return [...new Set(mentions)]
    .filter((term) => isMeant(term, headings) && mentions.filter((mention) => mention === term).length > 1)
    .map((term) => term.term)
}

/** Adjusts the case of a word for use inside a sentence: "Gating" becomes "gating". */
function inSentenceCase(text: string): string {
  const [first = ''] = text.split(' ', 1)
  return /[A-Z\d]/.test(first.slice(1)) || properNames.has(first) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{N} -]*$/u.test(text) && text.split(' ').length <= keyTermWordsMax
}

function findWay(outline: readonly string[]): SectionFeatures['way'] {
  const headings = outline.filter((heading) => isQuotable(heading) && !isQuizHeading(heading))
  const from = headings.at(0)
  const to = headings.at(-1)
  return from === undefined || to === undefined || from === to ? null : { from, to }
}

export function isQuizHeading(heading: string): boolean {
  return /\b(?:check yourself|quiz|test yourself|questions)\b/i.test(heading)
}

/** Whether it has nothing that would be read as Markdown, or end the quotation. */
function isQuotable(heading: string): boolean {
  return !/[`*_[\]<>$\\“”"]/.test(heading)
}
