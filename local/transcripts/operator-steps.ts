import { buildCurl } from './curl-command.ts'
import { keyVariable } from './key-variable.ts'
import type { TranscriptStep } from './transcript-step.ts'

const withKey = { Authorization: `Bearer $${keyVariable}` }

export const operatorSteps: readonly TranscriptStep[] = [
  {
    title: 'Ask what was read, and what it cost',
    text: 'For a key with the scope `insights`; the [insights page](./watch.md#the-insights-page) draws it.',
    command: () => buildCurl('/api/operator/insights?days=7', { headers: withKey }),
  },
  {
    title: 'Sweep out what nobody asks for',
    text: 'For a key with the scope `operate`, or with the `CRON_SECRET` in its place, as the platform sends it once a day.',
    command: () => buildCurl('/api/operator/sweep', { headers: withKey }),
  },
]
