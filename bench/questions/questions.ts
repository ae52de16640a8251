import type { Question } from '../report/findings.ts'
import { coldLesson } from './cold-lesson.ts'
import { cost } from './cost.ts'
import { edits } from './edits.ts'

/** The questions of the benchmark, in the order in which they are asked. */
export const questions: readonly Question[] = [coldLesson, edits, cost]
