import { buildCurl, learner } from './curl-command.ts'
import type { TranscriptStep } from './transcript-step.ts'

const asLearner = { 'X-User-ID': learner }
const stranger = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

export const errorSteps: readonly TranscriptStep[] = [
  {
    title: 'Several wrong fields at once',
    text: '`detail.fields` names each of them.',
    command: () =>
      buildCurl('/api/user/preferences', {
        method: 'PUT',
        headers: asLearner,
        body: { education_level: 'kindergarten', learning_goals: [], favourite_colour: 'blue' },
      }),
  },
  {
    title: 'No learner named',
    text: '',
    command: () => buildCurl('/api/user/preferences'),
  },
  {
    title: 'An unknown learner',
    text: '',
    command: () => buildCurl(`/api/user/${stranger}`),
  },
  {
    title: 'The wrong method',
    text: 'The header `Allow` names the right ones.',
    command: () => buildCurl('/api/health', { method: 'DELETE' }),
  },
  {
    title: 'No JSON',
    text: '`curl -d` alone sends a form.',
    command: () => `${buildCurl('/api/user/create', { method: 'POST' })} -d user_id=${learner}`,
  },
  {
    title: 'An unknown lesson',
    text: '',
    command: () =>
      buildCurl('/api/personalize', { method: 'POST', headers: asLearner, body: { lesson_slug: 'no/such-lesson' } }),
  },
  {
    title: 'Text that is not published, without a key',
    text: '',
    command: () =>
      buildCurl('/api/personalize', {
        method: 'POST',
        headers: asLearner,
        body: { lesson_slug: 'own/torque', original_content: 'Torque turns.' },
      }),
  },
  {
    title: 'A wrong key',
    text: '',
    command: () =>
      buildCurl('/api/personalize', {
        method: 'POST',
        headers: { ...asLearner, Authorization: 'Bearer not-the-key' },
        body: { lesson_slug: 'own/torque', original_content: 'Torque turns.' },
      }),
  },
  {
    title: 'A version that is not finished yet',
    text: 'Never cached: the next request may find it.',
    command: () => buildCurl(`/api/rewrites/${'0'.repeat(64)}`),
  },
  {
    title: 'A rating of a rewrite that does not exist',
    text: '',
    command: () =>
      buildCurl('/api/feedback', {
        method: 'POST',
        headers: asLearner,
        body: { rewrite_key: '0'.repeat(64), rating: 'up' },
      }),
  },
  {
    title: 'No such address',
    text: 'On Vercel the platform answers this, not a function.',
    command: () => buildCurl('/api/nothing'),
  },
]
