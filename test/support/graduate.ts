import type { Answers } from '../../lib/profile/answers.ts'

/** Somebody who has studied and worked with robots, and never programmed. */
export const graduate: Answers = {
  preferred_language: 'en',
  education_level: 'graduate',
  programming_experience: 'none',
  robotics_background: true,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}
