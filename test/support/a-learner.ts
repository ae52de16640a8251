import onboarding from '../../api/onboarding.ts'
import createUser from '../../api/user/create.ts'
import type { Answers } from '../../lib/profile/answers.ts'
import { call } from './call.ts'

export const someAnswers: Answers = {
  preferred_language: 'en',
  education_level: 'undergraduate',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}

/** Creates a learner who has answered the questions; returns the id. */
export async function aLearner(answers: Partial<Answers> = {}): Promise<string> {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers, ...answers } })
  return user_id
}
