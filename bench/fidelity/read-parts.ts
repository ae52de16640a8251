import { restoreLesson } from '../../lib/lesson/index.ts'
import { formRewrite } from '../../lib/rewrite/index.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'
import { readPreservedParts, type PreservedParts } from '../../test/support/preserved-parts.ts'

const originals = new WeakMap<WritingTask['section'], PreservedParts>()

function readOriginalParts({ section }: WritingTask): PreservedParts {
  const known = originals.get(section) ?? readPreservedParts(restoreLesson([{ section, text: null }]))
  originals.set(section, known)
  return known
}

/** Names of the preserved parts in which a finished text differs from the author's. */
export function findForeignParts(task: WritingTask, markdown: string, heading: string | undefined): string[] {
  const original = readOriginalParts(task)
  const read = readParts(task, markdown, heading)
  return partNames.filter((name) => JSON.stringify(read[name]) !== JSON.stringify(original[name]))
}

/** The same for blocks that are shown during writing, where missing parts may still come. */
export function findForeignPartsSoFar(task: WritingTask, markdown: string): string[] {
  const original = readOriginalParts(task)
  const read = readParts(task, markdown, undefined)
  return partNames.filter((name) => !isBeginning(read[name], original[name]))
}

const partNames = ['code', 'math', 'images', 'html', 'rules', 'footnotes', 'targets', 'anchors', 'admonitions'] as const

const readParts = (task: WritingTask, markdown: string, heading: string | undefined): PreservedParts =>
  readPreservedParts(
    restoreLesson([
      {
        section: task.section,
        text: formRewrite(task.section, markdown, 'markdown'),
        ...(heading === undefined ? {} : { heading }),
      },
    ]),
  )

/** Parts in their order; link targets, which are sorted, as a set. */
function isBeginning(
  read: PreservedParts[keyof PreservedParts],
  original: PreservedParts[keyof PreservedParts],
): boolean {
  if (typeof read === 'number' || typeof original === 'number') return read <= original
  let from = 0
  return read.every((part) => (from = original.indexOf(part, from) + 1) > 0)
}
