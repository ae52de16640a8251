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
    text: 'The events come as they happen: the plan first, then blocks of several sections in turn, and the sum at the end.',
    command: () => personalize({ lesson_slug: lesson, form: 'slots' }, events),
  },
  {
    title: 'Read it again',
    text: 'Every section comes from the cache, each as one `section-end` with its whole text. No model is asked.',
    command: () => personalize({ lesson_slug: lesson, form: 'slots' }, events),
  },
  {
    title: 'Read it as JSON',
    text: 'The answer comes when every section is settled. `personalized_content` is the whole lesson as Markdown.',
    command: () => personalize({ lesson_slug: lesson }),
  },
  {
    title: 'Read one section, one level simpler',
    text: '`sections` and `level` make a small request of it.',
    command: () => personalize({ lesson_slug: lesson, sections: ['intelligence-with-a-body'], level: 'simpler' }),
  },
  {
    title: 'Read one section differently, and the rest as before',
    text: '`choices` gives a section its own `level`, `variant` or both. Only what no one has read so far is written.',
    command: () =>
      personalize({ lesson_slug: lesson, choices: { 'intelligence-with-a-body': { level: 'simpler', variant: 1 } } }),
  },
  {
    title: 'Say what a rewrite is worth',
    text: '`rewrite_key` is the `key` of a `section-end`. Saying it again replaces it.',
    command: ({ rewrite }) =>
      buildCurl('/api/feedback', {
        method: 'POST',
        headers: asLearner,
        body: { rewrite_key: rewrite, rating: 'down', reason: 'too-hard' },
      }),
  },
  {
    title: 'Take the word back',
    text: 'Nothing said is nothing taken back: `deleted_count` is 0 then.',
    command: ({ rewrite }) =>
      buildCurl('/api/feedback', { method: 'DELETE', headers: asLearner, body: { rewrite_key: rewrite } }),
  },
  {
    title: 'Fetch the finished version by its key',
    text: 'The `key` of `lesson-start`. The answer belongs to no learner, so browsers and CDNs may keep it for good.',
    command: ({ version }) => buildCurl(`/api/rewrites/${version}`),
  },
  {
    title: 'Have your own text rewritten',
    text: "Text that the site has not published needs an integrator's key, made with `npm run keys add`.",
    command: () =>
      personalize(
        { lesson_slug: 'own/torque', original_content: ownText },
        { Authorization: `Bearer $${keyVariable}` },
      ),
  },
  {
    title: 'Ask for everything to be written differently',
    text: "Forgets this learner's versions and moves on to the next of three variants. No other learner loses anything.",
    command: () => buildCurl('/api/personalize/cache', { method: 'DELETE', headers: asLearner }),
  },
  {
    title: 'Erase a learner',
    text: 'Answers, lessons and feedback, in one statement. Nothing of it can be brought back.',
    command: () => buildCurl('/api/user/me', { method: 'DELETE', headers: asLearner }),
  },
]
