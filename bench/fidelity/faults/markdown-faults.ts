import { changeOne, insertAmongWords, insertBlock } from './change-text.ts'
import type { Fault } from './fault.ts'

const block =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    insertBlock(...pieces)(text, random)
const among =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    insertAmongWords(...pieces)(text, random)

const tableRow = /\n\|.*\|(?=\n|$)/g
const numberedItem = /^\d+\. .*(?:\n(?!\n|\d+\. ).*)*\n?/gm
const fence = /^:::[a-z].*$/gm

export const markdownFaults: readonly Fault[] = [
  {
    name: 'heading-invented',
    family: 'markdown',
    describe: 'adds a heading, and with it an anchor',
    inject: block('## More about this', '# Title', 'Underlined\n==========', 'Underlined\n---', '### A part'),
  },
  {
    name: 'code-invented',
    family: 'markdown',
    describe: 'adds a code block',
    inject: block(
      '```python\nprint("invented")\n```',
      '~~~\nmake it so\n~~~',
      'Type this:\n\n    make it so',
      '```\nunclosed',
    ),
  },
  {
    name: 'formula-invented',
    family: 'markdown',
    describe: 'adds a formula',
    inject: (text, _task, random) =>
      random.pick([insertAmongWords('$x^2$', '$$F = ma$$', '$E$'), insertBlock('$$\nF = ma\n$$')])(text, random),
  },
  {
    name: 'footnote-invented',
    family: 'markdown',
    describe: 'adds a footnote',
    inject: (text, task, random) => {
      const marked = among('[^1]', '[^note]')(text, task, random)
      return marked && `${marked}\n\n[^1]: A footnote.\n[^note]: Another.`
    },
  },
  {
    name: 'rule-invented',
    family: 'markdown',
    describe: 'adds a horizontal rule',
    inject: block('---', '***', '___', '* * *'),
  },
  {
    name: 'table-invented',
    family: 'markdown',
    describe: 'adds a table',
    inject: block('| a | b |\n| - | - |\n| one | two |', 'a | b\n--- | ---\none | two'),
  },
  {
    name: 'quotation-invented',
    family: 'markdown',
    describe: 'adds a quotation that nobody said',
    inject: (text, task, random) =>
      task.masked.text.includes('> ')
        ? undefined
        : block('> A robot is only as good as its sensors.', '> Measure twice.\n> Cut once.')(text, task, random),
  },
  {
    name: 'admonition-invented',
    family: 'markdown',
    describe: 'adds a note or a warning',
    inject: block(':::danger\n\nBeware.\n\n:::', ':::tip[Hint]\n\nA hint.\n\n:::', '::: note\n\nA note.\n\n:::'),
  },
  {
    name: 'admonition-unclosed',
    family: 'markdown',
    describe: 'opens or closes an admonition too often',
    inject: block(':::note\n\nIt never ends.', ':::', '::::'),
  },
  {
    name: 'admonition-changed',
    family: 'markdown',
    describe: 'makes another kind of an admonition, or loses it',
    inject: (text, _task, random) => {
      const change = random.pick([
        (found: string) => found.replace(/[a-z]+/, 'caution'),
        (found: string) => found.replace(':::', ''),
        (found: string) => found.replace(':::', '::: '),
      ])
      return changeOne(text, random, { pattern: fence, change })
    },
  },
  {
    name: 'emphasis-unbalanced',
    family: 'markdown',
    describe: 'opens bold, struck-through or code, and never closes it',
    inject: among('**and', '~~or', '`so', 'and**', '``x'),
  },
  {
    name: 'fence-wrapper',
    family: 'markdown',
    describe: 'wraps all of the text into a code block',
    inject: (text, _task, random) =>
      random.pick([`\`\`\`markdown\n${text}\n\`\`\``, `\`\`\`\n${text}\n\`\`\``, `~~~md\n${text}`]),
  },
  {
    name: 'table-row-dropped',
    family: 'markdown',
    describe: 'loses a row of a table',
    inject: (text, _task, random) => {
      const rows = text.match(tableRow) ?? []
      return rows.length < 3 ? undefined : text.replace(random.pick(rows.slice(2)), () => '')
    },
  },
  {
    name: 'table-column-dropped',
    family: 'markdown',
    describe: 'loses a column of a table',
    inject: (text) => {
      const narrow = text.replace(/^\|(.*)\|[^|\n]*\|$/gm, '|$1|')
      return narrow === text ? undefined : narrow
    },
  },
  {
    name: 'step-dropped',
    family: 'markdown',
    describe: 'leaves out a step of a procedure',
    inject: (text, { masked }, random) => {
      const steps = masked.text.match(numberedItem)?.length ?? 0
      const found = text.match(numberedItem)?.length ?? 0
      return steps < 2 || found !== steps
        ? undefined
        : changeOne(text, random, { pattern: numberedItem, change: () => '' })
    },
  },
  {
    name: 'steps-unnumbered',
    family: 'markdown',
    describe: 'makes a plain list of a procedure',
    inject: (text, { masked }) =>
      (masked.text.match(numberedItem)?.length ?? 0) < 2 || !/^\d+\. /m.test(text)
        ? undefined
        : text.replaceAll(/^\d+\. /gm, '- '),
  },
]
