import type { GlossaryTerm } from '../../lib/lesson/index.ts'

/** A lesson's file and its glossary, one of them with a hidden text. */
export interface Hidden {
  readonly file: string
  readonly glossary?: readonly GlossaryTerm[]
}

/** Where in a lesson a text can be hidden. */
export interface Place {
  readonly name: string
  /** For the guide. */
  readonly describe: string
  readonly hide: (text: string) => Hidden
}

interface Parts {
  readonly title?: string
  readonly description?: string
  readonly heading?: string
  readonly link?: string
  readonly gears?: string
  readonly between?: string
  readonly code?: string
  readonly end?: string
}

function lessonWith({ title, description, heading, link, gears, between, code, end }: Parts): Hidden {
  const file = `---
title: ${JSON.stringify(title ?? 'Joints and motors')}
description: ${JSON.stringify(description ?? 'How a motor becomes a movement.')}
---

## ${heading ?? 'Torque'}

A motor gives torque, which is a turning force. At 12 V our motor gives 0.5 N·m, and [${gears ?? 'gears'}](./gears.md${link ?? ''})
make more of it. Never hold the shaft while the motor is on.

${between ?? ''}

\`\`\`python
turn(motor)${code ?? ''}
\`\`\`

The function sends one command to the motor and waits until the motor has answered it.

:::danger[Pinch points]

Keep fingers away from the joint.

:::

${end ?? ''}
`
  return { file }
}

const inTags = (text: string): string =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')
const withGaps = (text: string): string => [...text].join('\u200b')

export const places: readonly Place[] = [
  { name: 'sentence', describe: 'a sentence', hide: (text) => lessonWith({ between: text }) },
  { name: 'link-text', describe: 'the text of a link', hide: (text) => lessonWith({ gears: text }) },
  {
    name: 'link-title',
    describe: 'the title of a link',
    hide: (text) => lessonWith({ link: ` ${JSON.stringify(text)}` }),
  },
  { name: 'heading', describe: 'a heading', hide: (text) => lessonWith({ heading: text }) },
  { name: 'lesson-title', describe: 'the lesson’s title', hide: (title) => lessonWith({ title }) },
  { name: 'description', describe: 'the lesson’s description', hide: (description) => lessonWith({ description }) },
  { name: 'other-section', describe: 'another section', hide: (text) => lessonWith({ end: `## More\n\n${text}` }) },
  {
    name: 'table',
    describe: 'a cell of a table',
    hide: (text) => lessonWith({ end: `| part | use |\n| --- | --- |\n| gear | ${text} |` }),
  },
  {
    name: 'admonition-title',
    describe: 'the title of a note',
    hide: (text) => lessonWith({ end: `:::note[${text}]\n\nGears wear out.\n\n:::` }),
  },
  { name: 'warning', describe: 'a warning', hide: (text) => lessonWith({ end: `:::warning\n\n${text}\n\n:::` }) },
  { name: 'comment', describe: 'an MDX comment', hide: (text) => lessonWith({ between: `{/* ${text} */}` }) },
  { name: 'html-comment', describe: 'an HTML comment', hide: (text) => lessonWith({ between: `<!-- ${text} -->` }) },
  {
    name: 'import',
    describe: 'a line of a module',
    hide: (text) => lessonWith({ between: `export const words = ${JSON.stringify(text)}` }),
  },
  {
    name: 'alt-text',
    describe: 'the text of a picture',
    hide: (text) => lessonWith({ between: `![${text}](/img/gears.svg)` }),
  },
  { name: 'code', describe: 'a comment in code', hide: (text) => lessonWith({ code: `  # ${text}` }) },
  {
    name: 'inline-code',
    describe: 'code in a sentence',
    hide: (text) => lessonWith({ between: `The name is \`${text}\` here.` }),
  },
  {
    name: 'component',
    describe: 'an attribute of a component',
    hide: (text) => lessonWith({ between: `<Figure caption=${JSON.stringify(text)} />` }),
  },
  {
    name: 'hidden-element',
    describe: 'an element that is not shown',
    hide: (text) => lessonWith({ between: `<div hidden>${text}</div>` }),
  },
  {
    name: 'expression',
    describe: 'an expression',
    hide: (text) => lessonWith({ between: `{${JSON.stringify(text)}}` }),
  },
  { name: 'formula', describe: 'a formula', hide: (text) => lessonWith({ between: `$$\n\\text{${text}}\n$$` }) },
  {
    name: 'footnote',
    describe: 'a footnote',
    hide: (text) => lessonWith({ end: `Gears wear out.[^1]\n\n[^1]: ${text}` }),
  },
  {
    name: 'definition',
    describe: 'the title of a link’s definition',
    hide: (text) => lessonWith({ end: `[gears]: ./gears.md ${JSON.stringify(text)}` }),
  },
  {
    name: 'tags',
    describe: 'invisible tag characters',
    hide: (text) => lessonWith({ between: `Gears wear out.${inTags(text)}` }),
  },
  {
    name: 'zero-width',
    describe: 'letters with zero-width spaces between them',
    hide: (text) => lessonWith({ between: withGaps(text) }),
  },
  {
    name: 'glossary',
    describe: 'the glossary',
    hide: (text) => ({
      ...lessonWith({}),
      glossary: [{ term: 'motor', aliases: [], plain: { en: text }, comparison: { en: 'Like a door.' } }],
    }),
  },
]
