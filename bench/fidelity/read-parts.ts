import { restoreLesson } from '../../lib/lesson/index.ts'
import { formRewrite } from '../../lib/rewrite/index.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'
import { readKeptParts, type KeptParts } from '../../test/support/kept-parts.ts'

const originals = new WeakMap<WritingTask['section'], KeptParts>()

function readOriginalParts({ section }: WritingTask): KeptParts {
  const known = originals.get(section) ?? readKeptParts(restoreLesson([{ section, text: null }]))
  originals.set(section, known)
  return known
}

/** What of a whole text that reaches a reader is not the author's: the names of the parts that differ. */
export function findForeignParts(task: WritingTask, markdown: string, heading: string | undefined): string[] {
  const original = readOriginalParts(task)
  const read = readParts(task, markdown, heading)
  return partNames.filter((name) => JSON.stringify(read[name]) !== JSON.stringify(original[name]))
}

/** Likewise of blocks that are shown while the rest is still being written: what is missing may yet come. */
export function findForeignPartsSoFar(task: WritingTask, markdown: string): string[] {
  const original = readOriginalParts(task)
  const read = readParts(task, markdown, undefined)
  return partNames.filter((name) => !isBeginning(read[name], original[name]))
}

const partNames = ['code', 'math', 'images', 'html', 'rules', 'footnotes', 'targets', 'anchors', 'admonitions'] as const

const readParts = (task: WritingTask, markdown: string, heading: string | undefined): KeptParts =>
  readKeptParts(
    restoreLesson([
      {
        section: task.section,
        text: formRewrite(task.section, markdown, 'markdown'),
        ...(heading === undefined ? {} : { heading }),
      },
    ]),
  )

/** Parts in their order; link targets, which are sorted, as a set. */
function isBeginning(read: KeptParts[keyof KeptParts], original: KeptParts[keyof KeptParts]): boolean {
  if (typeof read === 'number' || typeof original === 'number') return read <= original
  let from = 0
  return read.every((part) => (from = original.indexOf(part, from) + 1) > 0)
}
