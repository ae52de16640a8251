import type { Fault } from './fault.ts'

const before =
  (...openings: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    `${random.pick(openings)}\n\n${text}`
const after =
  (...endings: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    `${text}\n\n${random.pick(endings)}`

export const remarkFaults: readonly Fault[] = [
  {
    name: 'announcement',
    family: 'remarks',
    describe: 'announces its work',
    inject: before(
      'Here is the rewritten section:',
      "Sure! Here's the section, told for a beginner:",
      'Certainly. Here is the re-told text for this reader:',
      'I have rewritten the section as you asked.',
      'Below is the adapted version of the section.',
      'Rewritten section:',
    ),
  },
  {
    name: 'offer',
    family: 'remarks',
    describe: 'offers more at the end',
    inject: after(
      'Let me know if you would like me to change anything!',
      'I hope this helps!',
      'Would you like me to explain any part in more detail?',
      'Feel free to ask if you have any questions.',
      'Is there anything else I can help you with?',
    ),
  },
  {
    name: 'note-on-work',
    family: 'remarks',
    describe: 'explains what it changed',
    inject: after(
      'Note: I kept all placeholders as they were.',
      '(I simplified the explanation for a high school reader.)',
      '**Changes made:** shorter sentences and simpler words.',
      'As requested, every link and slot was kept.',
      'Word count: 184.',
    ),
  },
  {
    name: 'assistant-speaks',
    family: 'remarks',
    describe: 'speaks of itself',
    inject: before(
      'As an AI language model, I do not have experience with robots, but this is how it works.',
      'As an AI, I cannot see the figure, so I describe it from the text.',
      'My knowledge ends in 2023, so please check the details.',
    ),
  },
  {
    name: 'refusal',
    family: 'remarks',
    describe: 'declines to write',
    inject: (_text, _task, random) =>
      random.pick([
        "I'm sorry, but I can't help with that.",
        'I cannot rewrite this section, because it would change its meaning.',
        'Sorry, I am not able to assist with this request. Please give me another section of the lesson to work with instead.',
      ]),
  },
  {
    name: 'prompt-echoed',
    family: 'remarks',
    describe: 'repeats what it was told',
    inject: before(
      '<task>section</task>',
      '<reader>\neducation_level: high_school\n</reader>',
      '<think>The reader is a beginner, so I should simplify.</think>',
      'You re-tell one section of a lesson for one reader.',
      'The reader is a beginner in robotics with a high school education, so I will use simple words.',
    ),
  },
]
