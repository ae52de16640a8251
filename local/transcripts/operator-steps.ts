import { buildCurl } from './curl-command.ts'
import { keyVariable } from './key-variable.ts'
import type { TranscriptStep } from './transcript-step.ts'

const withKey = { Authorization: `Bearer $${keyVariable}` }

export const operatorSteps: readonly TranscriptStep[] = [
  {
    title: 'Read the figures',
    text: 'For a key with the scope `insights`; the [insights page](./watch.md#the-insights-page) draws it.',
    command: () => buildCurl('/api/operator/insights?days=7', { headers: withKey }),
  },
  {
    title: 'Delete what is no longer used',
    text: 'For a key with the scope `operate`, or with `CRON_SECRET` in its place, as the platform sends it once a day.',
    command: () => buildCurl('/api/operator/sweep', { headers: withKey }),
  },
]
