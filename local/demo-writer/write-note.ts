import { countWords } from '../../lib/text/index.ts'
import { choose, rotate, seedOf } from './choose.ts'
import { locateGlossaryTerms } from './find-terms.ts'
import { noteInEnglish } from './note-english.ts'
import type { Background, NoteLesson, NoteTexts } from './note-texts.ts'
import { noteInUrdu } from './note-urdu.ts'
import { isQuizHeading } from './section-features.ts'
import type { DemoTask } from './writing-task.ts'

const textsByLanguage: Readonly<Record<string, NoteTexts>> = { en: noteInEnglish, ur: noteInUrdu }
const goalsMax = 2
const termsMax = 3
/** The limit of words: a note should take half a minute to read. */
const noteWordsMax = 130

/** Matches headings that fit a learning goal. */
const headingsFor: Readonly<Record<string, RegExp>> = {
  career_change: /\b(?:safety|limits?|fail|check|compared|causes|inside|outside|gap|side by side|which one)\b/i,
  research: /\b(?:where|why|gap|matrix|predict|learn|hidden|hard|bias|noise)\b/i,
  hobby: /\b(?:try|play|lab|touch|small|two)\b/i,
  teaching: /\b(?:picture|graph|two|loop|what|idea|counting|spring)\b/i,
  building_projects: /\b(?:write|build|code|loop|lines|file|lab|try|tuning|setting|keep|python)\b/i,
}

/**
 * Writes the note *For you*: two to four sentences on the reader's background, the lesson's subject and the reader's
 * goals. In a translation it also explains the lesson's first terms, as its sections cannot.
 */
export function writeNote(task: DemoTask): string {
  const texts = textsByLanguage[task.reader['preferred_language'] ?? task.lesson.language] ?? noteInEnglish
  const lesson = readNoteLesson(task)
  const pick = (lines: readonly string[]): string[] => rotate(lines, seedOf(lesson.title) + task.variant).slice(0, 1)
  const background = pick(texts.background[backgroundOf(task.reader)](lesson.title))
  const subject = pick(texts.subject(lesson))
  const goals = chooseGoals(task, lesson, texts)
  const text = [background, subject, goals].flat().join(' ')
  const explanations = chooseTerms(task, noteWordsMax - countWords(text))
  const terms = texts.terms && explanations.length > 0 ? pick(texts.terms(explanations)) : []
  const order = task.variant === 1 ? [subject, background, goals, terms] : [background, subject, goals, terms]
  return order.flat().join(' ')
}

/** The title, a line of description, then the outline as a list. */
function readNoteLesson({ lesson, section }: DemoTask): NoteLesson {
  const [, ...lines] = section.text.split('\n')
  const description = lines
    .filter((line) => !line.startsWith('- '))
    .join(' ')
    .trim()
  return {
    title: escapeMarkdown(lesson.title),
    description: escapeMarkdown(description),
    headings: lesson.outline.filter((heading) => !isQuizHeading(heading)).map(escapeMarkdown),
  }
}

function backgroundOf(reader: DemoTask['reader']): Background {
  if (reader['robotics_background'] === 'true') return 'experienced'
  return reader['education_level'] === 'graduate' || reader['education_level'] === 'professional'
    ? 'new-and-studied'
    : 'new'
}

function chooseGoals(task: DemoTask, { title, headings }: NoteLesson, texts: NoteTexts): string[] {
  const named = (task.reader['learning_goals'] ?? '').split(',').map((goal) => goal.trim())
  const goals = rotate(
    named.filter((goal) => goal in texts.goals),
    task.variant,
  ).slice(0, goalsMax)
  const taken = new Set<string>()
  return goals.flatMap((goal, index) => {
    const free = headings.filter((heading) => !taken.has(heading))
    const heading =
      free.find((candidate) => headingsFor[goal]?.test(candidate)) ?? rotate(free, seedOf(title + goal))[0]
    if (heading === undefined) return []
    taken.add(heading)
    const [first = '', ...others] = texts.goals[goal]?.(heading) ?? []
    return [choose([first, ...others], seedOf(title) + task.variant + index)]
  })
}

/** Plain explanations of a few terms, those of the title and headings first, up to `wordsMax`. */
function chooseTerms({ lesson }: DemoTask, wordsMax: number): string[] {
  const named = locateGlossaryTerms([lesson.title, ...lesson.outline].join('. '), lesson.glossary).map(
    ({ term }) => term,
  )
  let words = 0
  return [...new Set([...named, ...lesson.glossary])]
    .slice(0, termsMax)
    .map((term) => term.plain)
    .filter((plain) => (words += countWords(plain)) <= wordsMax)
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&')
}
