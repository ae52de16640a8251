import { aLearner } from './a-learner.ts'
import { aLesson } from './a-lesson.ts'
import { aModel } from './a-model.ts'
import { readLesson } from './read-lesson.ts'

/** Has one section of a lesson written; returns the key of its rewrite. */
export async function aRewriteKey(): Promise<string> {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const key = sections[0]?.key
  if (!key) throw new Error('The section has no rewrite')
  return key
}
