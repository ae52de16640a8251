/**
 * `node local/demo-writer/check-samples.ts`: says which hand-written translations are missing or out of date. Fails
 * when a lesson that has a sample has outgrown it; a lesson without one is only named.
 */
import { readSamples } from './find-sample.ts'
import { findSampleProblems } from './find-sample-problems.ts'
import { readLessons } from './read-lessons.ts'

const language = 'ur'
const samples = await readSamples(language)
const lessons = await readLessons()
const problems = samples.flatMap((sample) => {
  const lesson = lessons.find(({ slug }) => slug === sample.slug)
  return lesson ? findSampleProblems(sample, lesson) : [`${sample.slug}: there is no such lesson any more`]
})
for (const { slug } of lessons) {
  const isTranslated = samples.some((sample) => sample.slug === slug)
  console.log(`${slug}: ${isTranslated ? `has a sample in "${language}"` : `no sample in "${language}"`}`)
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
