import { buildCurl, learner } from './curl-command.ts'
import { keyVariable } from './key-variable.ts'
import type { TranscriptStep } from './transcript-step.ts'

const asLearner = { 'X-User-ID': learner }
const events = { Accept: 'text/event-stream' }
const lesson = 'foundations/physical-ai'

const ownText = `---
title: Torque and gears
---

## What gears do

A motor turns its shaft with a torque of 2 N·m. Gears trade speed for torque, so the same motor can lift a heavier arm more slowly.

\`\`\`python
torque_out = torque_in * ratio
\`\`\`
`

const personalize = (body: object, headers: Readonly<Record<string, string>> = {}): string =>
  buildCurl('/api/personalize', { method: 'POST', headers: { ...asLearner, ...headers }, body })

export const lessonSteps: readonly TranscriptStep[] = [
  {
    title: 'Read a lesson while it is written',
    text: 'The plan comes first, then blocks of several sections in turn, and a summary at the end.',
    command: () => personalize({ lesson_slug: lesson, form: 'slots' }, events),
  },
  {
    title: 'Read it again',
    text: 'Every section comes from the cache, as one `section-end` with its whole text. No model is called.',
    command: () => personalize({ lesson_slug: lesson, form: 'slots' }, events),
  },
  {
    title: 'Read it as JSON',
    text: 'The answer comes when every section is done. `personalized_content` is the whole lesson as Markdown.',
    command: () => personalize({ lesson_slug: lesson }),
  },
  {
    title: 'Read one section in another way',
    text: '`choices` gives a section its own `level`, `variant` or both; `sections` asks for that section alone.',
    command: () =>
      personalize({
        lesson_slug: lesson,
        sections: ['intelligence-with-a-body'],
        choices: { 'intelligence-with-a-body': { level: 'simpler', variant: 1 } },
      }),
  },
  {
    title: 'Rate a rewrite',
    text: '`rewrite_key` is the `key` of a `section-end`. A second rating replaces the first.',
    command: ({ rewrite }) =>
      buildCurl('/api/feedback', {
        method: 'POST',
        headers: asLearner,
        body: { rewrite_key: rewrite, rating: 'down', reason: 'too-hard' },
      }),
  },
  {
    title: 'Withdraw the rating',
    text: 'Where there was none, `deleted_count` is 0.',
    command: ({ rewrite }) =>
      buildCurl('/api/feedback', { method: 'DELETE', headers: asLearner, body: { rewrite_key: rewrite } }),
  },
  {
    title: 'Fetch the finished version by its key',
    text: 'The `key` of `lesson-start`. The answer is the same for everybody, so browsers and CDNs may cache it for good.',
    command: ({ version }) => buildCurl(`/api/rewrites/${version}`),
  },
  {
    title: 'Have your own text rewritten',
    text: "Text that the site has not published needs an integrator's key.",
    command: () =>
      personalize(
        { lesson_slug: 'own/torque', original_content: ownText },
        { Authorization: `Bearer $${keyVariable}` },
      ),
  },
  {
    title: 'Ask for other versions of everything',
    text: "Forgets this learner's versions and moves on to the next of three. Other learners are not affected.",
    command: () => buildCurl('/api/personalize/cache', { method: 'DELETE', headers: asLearner }),
  },
]
