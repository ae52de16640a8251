import type { Answers } from '../../lib/profile/answers.ts'

/** Somebody to whom all of this is new. */
export const newcomer: Answers = {
  preferred_language: 'en',
  education_level: 'high_school',
  programming_experience: 'none',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}
