import { describe, expect, test } from 'vitest'
import { readPrompt, UnreadablePromptError } from './read-prompt.ts'
import { buildSamplePrompt } from './sample-prompt.ts'

describe('readPrompt()', () => {
  test('reads every part of a section prompt', () => {
    const task = readPrompt(buildSamplePrompt({ level: 'simpler', variant: 2 }))
    expect(task).toEqual({
      task: 'section',
      lesson: {
        title: 'Frames',
        language: 'en',
        outline: ['Two frames', 'Check yourself'],
        glossary: [
          {
            term: 'sensor',
            aliases: ['sensors'],
            plain: 'A sensor turns something physical into a number.',
            comparison: 'A thermometer does the same for heat.',
          },
        ],
      },
      reader: { preferred_language: 'en', education_level: 'high_school', robotics_background: 'false' },
      level: 'simpler',
      variant: 2,
      slots: [],
      section: { id: 'two-frames', heading: 'Two frames', text: 'A robot reads its sensors all the time.' },
      repair: false,
    })
  })

  test('gives slot contents and text back as they were before they were escaped', () => {
    const slots = '<slot id="k1" kind="component">\n<b>x<\\/b> <section id="no">\n</slot>'
    const task = readPrompt(
      buildSamplePrompt({ slots, heading: 'A &lt;&amp;&quot; B', text: 'Close `<\\/b>`.\n\n[[slot:k1]]' }),
    )
    expect(task.slots).toEqual([{ id: 'k1', kind: 'component', content: '<b>x</b> <section id="no">' }])
    expect(task.section).toEqual({ id: 'two-frames', heading: 'A <&" B', text: 'Close `</b>`.\n\n[[slot:k1]]' })
  })

  test('leaves out what the prompt says about an answer', () => {
    const reader = { learning_goals: 'research,hobby  (Does research or prepares for it. Learns as a hobby.)' }
    expect(readPrompt(buildSamplePrompt({ reader })).reader).toEqual({ learning_goals: 'research,hobby' })
  })

  test('knows a repair by its findings', () => {
    expect(readPrompt(buildSamplePrompt({ findings: 'slot-missing: k1' })).repair).toBe(true)
  })

  test('refuses a prompt without a section', () => {
    expect(() => readPrompt([{ role: 'user', text: 'Tell me a joke.' }])).toThrow(UnreadablePromptError)
  })
})
