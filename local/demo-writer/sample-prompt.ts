import type { ChatMessage } from './read-prompt.ts'

/** The parts of a prompt that a test may set; the others are those of a small lesson. */
export interface SamplePrompt {
  readonly task?: 'section' | 'note'
  readonly language?: string
  readonly outline?: string
  readonly glossary?: string
  readonly reader?: Readonly<Record<string, string>>
  readonly level?: string
  readonly variant?: number
  readonly slots?: string
  readonly id?: string
  readonly heading?: string
  readonly text?: string
  readonly findings?: string
}

/** Builds the messages of a special prompt for tests. */
export function buildSamplePrompt(parts: SamplePrompt = {}): ChatMessage[] {
  const {
    task = 'section',
    language = 'en',
    outline = '- Two frames\n- Check yourself',
    glossary = 'sensor | sensors | A sensor turns something physical into a number. | A thermometer does the same for heat.',
    reader = { preferred_language: 'en', education_level: 'high_school', robotics_background: 'false' },
    level = 'as-is',
    variant = 0,
    slots = '',
    id = 'two-frames',
    heading = 'Two frames',
    text = 'A robot reads its sensors all the time.',
    findings,
  } = parts
  const facets = Object.entries(reader)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  const request = [
    `<task>${task}</task>`,
    `<reader>\n${facets}\n</reader>`,
    `<dial>${level}</dial>`,
    `<take>${variant}</take>`,
    `<slots>\n${slots}\n</slots>`,
    `<section id="${id}" heading="${heading}">\n${text}\n</section>`,
  ].join('\n')
  const context = `<lesson title="Frames" language="${language}">\n<outline>\n${outline}\n</outline>\n<glossary>\n${glossary}\n</glossary>\n</lesson>`
  const messages = [
    { role: 'system', text: `Rules: the context stands in <lesson title="…"> below.\n\n${context}` },
    { role: 'user', text: request },
  ]
  if (findings === undefined) return messages
  return [...messages, { role: 'assistant', text }, { role: 'user', text: `<findings>\n${findings}\n</findings>` }]
}
