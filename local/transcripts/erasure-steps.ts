import { buildCurl, learner } from './curl-command.ts'
import type { TranscriptStep } from './transcript-step.ts'

export const erasureSteps: readonly TranscriptStep[] = [
  {
    title: 'Erase a learner',
    text: 'Answers, lessons and feedback. This cannot be undone.',
    command: () => buildCurl('/api/user/me', { method: 'DELETE', headers: { 'X-User-ID': learner } }),
  },
]
