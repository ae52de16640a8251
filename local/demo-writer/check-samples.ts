/**
 * `node local/demo-writer/check-samples.ts` lists hand-written translations that are missing or out of date. Fails for
 * a lesson whose sample is out of date; a lesson without one is only named.
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
