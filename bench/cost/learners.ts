import type { Answers } from '../../lib/profile/index.ts'
import type { Random } from '../../test/support/random.ts'

type Weights<Value extends string> = Readonly<Partial<Record<Value, number>>>
type One = 'preferred_language' | 'education_level' | 'programming_experience' | 'ai_ml_experience'

/**
 * Who reads, in parts of a hundred: most are undergraduates with some programming who have not met a robot. The answers
 * are drawn one by one, each for itself; real people's go together, so that they have fewer different profiles.
 */
export const answerWeights = {
  preferred_language: { en: 85, ur: 15 },
  education_level: { high_school: 20, undergraduate: 45, graduate: 20, professional: 15 },
  programming_experience: { none: 15, beginner: 35, intermediate: 35, advanced: 15 },
  ai_ml_experience: { none: 30, basic: 40, intermediate: 20, advanced: 10 },
} as const satisfies { readonly [Id in One]: Weights<Answers[Id]> }

const robotsKnown = 25
const goalWeights: Weights<Answers['learning_goals'][number]> = {
  hobby: 35,
  building_projects: 25,
  career_change: 20,
  research: 10,
  teaching: 10,
}
/** So many in a hundred name a second goal. */
const secondGoal = 30

/** Draws a profile. */
export function drawAnswers(random: Random): Answers {
  const goals = [draw(goalWeights, random)]
  if (random.below(100) < secondGoal) goals.push(draw(goalWeights, random))
  return {
    preferred_language: draw(answerWeights.preferred_language, random),
    education_level: draw(answerWeights.education_level, random),
    programming_experience: draw(answerWeights.programming_experience, random),
    robotics_background: random.below(100) < robotsKnown,
    ai_ml_experience: draw(answerWeights.ai_ml_experience, random),
    learning_goals: [...new Set(goals)].toSorted((a, b) => a.localeCompare(b)),
  }
}

/** Draws a value by its weight, in parts of a hundred. */
export function draw<Value extends string>(weights: Weights<Value>, random: Random): Value {
  let left = random.below(100)
  for (const [value, weight] of Object.entries(weights) as [Value, number][]) {
    if (left < weight) return value
    left -= weight
  }
  throw new Error('Cannot draw: the weights do not add up to 100')
}
