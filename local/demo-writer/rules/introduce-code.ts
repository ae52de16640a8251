import { choose, seedOf } from '../choose.ts'
import type { Draft, Insert } from '../draft.ts'
import type { DemoTask } from '../writing-task.ts'

type Lines = readonly [string, ...string[]]

const commented: Lines = [
  'Read the code below line by line: it is Python, and everything after a # is a note for people.',
  'Do not try to take the listing in at once. Python runs it from top to bottom, and whatever follows a # is there for the reader alone.',
  'Cover the listing with a sheet of paper and uncover one line at a time. Python works through it in that order too, and skips the rest of a line after a #.',
]
const uncommented: Lines = [
  'Read the code below slowly: it is Python, which works from the top line to the bottom one.',
  'Do not try to take the listing in at once. Python reads it from top to bottom, and so can you.',
  'Cover the listing with a sheet of paper, uncover one line at a time, and say what each line might do.',
]
const byLanguage: Readonly<Record<string, Lines>> = {
  bash: [
    'The lines below are typed into a terminal: one line, then Enter, then read what comes back.',
    'What follows goes into a terminal window. Each line is one order to the computer.',
    'Type what follows into a terminal, line by line, and look at the answer before you type the next.',
  ],
  xml: [
    'The text below is XML: names in angle brackets open a part and close it again, and what lies between belongs to that part.',
    'What follows is XML. Read it like boxes within boxes: each opening name has its closing one.',
    'The listing below is XML, a way to write down things that contain other things. Look for the outermost pair first.',
  ],
  yaml: [
    'The text below is YAML: each line gives a name, a colon and a value, and lines that are set in belong to the line above.',
    'What follows is a list of settings in YAML. Read each line as a name and what it is set to.',
    'The settings below are YAML. How far a line is set in tells you what it belongs to.',
  ],
}

/** Adds a plain introduction before the first listing that the reader may not know how to read. */
export function introduceCode(draft: Draft, task: DemoTask): Draft {
  for (const { id, start } of draft.landmarks.slots) {
    const slot = task.slots.find((candidate) => candidate.id === id)
    const lines = slot?.kind === 'code' ? leadsFor(slot.content) : null
    if (!lines) continue
    const insert: Insert = { at: start, text: choose(lines, seedOf(task.section.id) + task.variant) }
    return { ...draft, inserts: [...draft.inserts, insert] }
  }
  return draft
}

/** Whether an introduction to code would help the reader. */
export function isNewToCode({ reader }: DemoTask): boolean {
  return reader['programming_experience'] === 'none' || reader['programming_experience'] === 'beginner'
}

function leadsFor(code: string): Lines | null {
  const [fence = '', ...lines] = code.split('\n')
  const language = /^[`~]{3,}\s*([\w+-]+)/.exec(fence)?.[1] ?? ''
  if (language !== 'python') return byLanguage[language === 'sh' ? 'bash' : language] ?? null
  return lines.some((line) => /(?:^|\s)#\s/.test(line)) ? commented : uncommented
}
