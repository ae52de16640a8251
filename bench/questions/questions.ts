import type { Question } from '../report/findings.ts'
import { cacheHit } from './cache-hit.ts'
import { coldLesson } from './cold-lesson.ts'
import { cost } from './cost.ts'
import { edits } from './edits.ts'
import { growth } from './growth.ts'
import { load } from './load.ts'
import { manyReaders } from './many-readers.ts'

/** The questions of the benchmark, in the order in which they are asked. */
export const questions: readonly Question[] = [coldLesson, cacheHit, manyReaders, edits, cost, load, growth]
