import { buildCurl, learner } from './curl-command.ts'
import type { TranscriptStep } from './transcript-step.ts'

const asLearner = { 'X-User-ID': learner }

export const profileSteps: readonly TranscriptStep[] = [
  {
    title: 'Is everything there?',
    text: 'Says whether the database and the model can be reached, and which recipe writes.',
    command: () => buildCurl('/api/health'),
  },
  {
    title: 'Create a learner',
    text: 'The id is a UUID that the caller makes.',
    command: () => buildCurl('/api/user/create', { method: 'POST', body: { user_id: learner } }),
  },
  {
    title: 'Create the same learner again',
    text: 'Nothing is changed. A caller that repeats a request may take this answer for success.',
    command: () => buildCurl('/api/user/create', { method: 'POST', body: { user_id: learner } }),
  },
  {
    title: 'Send the six answers',
    text: 'Sent again, they replace the profile. `preferred_language` may be left out; it is `en` then.',
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
    title: 'Read the learner of the header',
    text: 'The same, with the id in no address, which hosts and proxies write into their logs.',
    command: () => buildCurl('/api/user/me', { headers: asLearner }),
  },
  {
    title: 'Change one answer',
    text: 'Any of the six may be sent; the others stay.',
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
    text: 'It holds for ten minutes and once. A new one takes its place.',
    command: () => buildCurl('/api/user/transfer', { method: 'POST', headers: asLearner }),
  },
  {
    title: 'Redeem it there',
    text: 'The answer is the profile with its `user_id`, by which the other device is the same learner from now on.',
    command: ({ code }) => buildCurl('/api/user/transfer', { method: 'PUT', body: { code } }),
  },
  {
    title: 'Take everything that is kept about a learner',
    text: 'The answer is a file for them. Rewrites are not in it: they are shared, and name nobody.',
    command: () => buildCurl('/api/user/me/export', { headers: asLearner }),
  },
]
