import { buildCurl, learner } from './curl-command.ts'
import type { TranscriptStep } from './transcript-step.ts'

const asLearner = { 'X-User-ID': learner }

export const profileSteps: readonly TranscriptStep[] = [
  {
    title: 'Check the health',
    text: 'Whether the database and the model can be reached, and which recipe is in use.',
    command: () => buildCurl('/api/health'),
  },
  {
    title: 'Create a learner',
    text: 'The id is a UUID that the caller makes.',
    command: () => buildCurl('/api/user/create', { method: 'POST', body: { user_id: learner } }),
  },
  {
    title: 'Create the same learner again',
    text: 'Nothing changes. A caller that repeats a request can treat this answer as success.',
    command: () => buildCurl('/api/user/create', { method: 'POST', body: { user_id: learner } }),
  },
  {
    title: 'Send the six answers',
    text: 'Sent again, they replace the profile. Without `preferred_language` it is `en`.',
    command: () =>
      buildCurl('/api/onboarding', {
        method: 'POST',
        body: {
          user_id: learner,
          education_level: 'high_school',
          programming_experience: 'beginner',
          robotics_background: false,
          ai_ml_experience: 'none',
          learning_goals: ['hobby', 'building_projects'],
          preferred_language: 'en',
        },
      }),
  },
  {
    title: 'Read the learner',
    text: '`onboarding_completed` is true now.',
    command: () => buildCurl(`/api/user/${learner}`),
  },
  {
    title: 'Read the learner named by the header',
    text: 'The same answer. Prefer it: hosts and proxies log addresses, so keep the id out of them.',
    command: () => buildCurl('/api/user/me', { headers: asLearner }),
  },
  {
    title: 'Change one answer',
    text: 'Send any of the six; the others stay as they are.',
    command: () =>
      buildCurl('/api/user/preferences', {
        method: 'PUT',
        headers: asLearner,
        body: { programming_experience: 'intermediate' },
      }),
  },
  {
    title: 'Read the profile',
    text: '',
    command: () => buildCurl('/api/user/preferences', { headers: asLearner }),
  },
  {
    title: 'Make a code for another device',
    text: 'It is valid for ten minutes and can be used once. A new code replaces it.',
    command: () => buildCurl('/api/user/transfer', { method: 'POST', headers: asLearner }),
  },
  {
    title: 'Redeem it there',
    text: 'The answer is the profile with its `user_id`: from now on both devices are the same learner.',
    command: ({ code }) => buildCurl('/api/user/transfer', { method: 'PUT', body: { code } }),
  },
  {
    title: 'Export everything stored about a learner',
    text: 'Rewrites are not in it: they are shared and name nobody.',
    command: () => buildCurl('/api/user/me/export', { headers: asLearner }),
  },
]
