import { array, constantFrom, oneof } from 'fast-check'

const fragments = [
  ['word', 'ایک', ' ', '\n', '\n\n', '> ', '- ', '1. ', '  ', '   ', '\t', '## H', '#### h', '---', '***', '_', '**'],
  [
    '`code`',
    '```\n',
    '~~~\n',
    '$x$',
    '$$\n',
    ':::note\n',
    ':::warning[T]\n',
    ':::\n',
    ':::tip Title\n',
    '|a|b|\n|-|-|\n',
  ],
  [
    '[a](b)',
    '[a][b]',
    '[b]: c\n',
    '![a](b)',
    '[^1]',
    '[^1]: note\n',
    'https://a.example',
    '"me@a.example"',
    '<!-- c -->',
  ],
  [
    '[[slot:k1]]',
    '](link:1)',
    '[[slot\\:k1]]',
    '[',
    ']',
    '(',
    ')',
    '{#id}',
    '<',
    '{',
    '}',
    '<b>',
    '</b>',
    '<A/>',
    '{x}',
  ],
  ['\\', '&amp;'],
].flat()

/** Texts for property tests: fragments that are hard to split, joined at random. Few of them are valid MDX. */
export const messyMarkdown = array(constantFrom(...fragments), { maxLength: 40 }).map((texts) => texts.join(''))

const blocks = [
  [
    'Prose with `code`, $x$, [a link](./a.md) and <kbd>F5</kbd>.',
    'Two\nlines {1 + 1}.',
    '![a](https://example.com/a.png)',
  ],
  [
    '```sh\na\n\nb\n```',
    '$$\nx\n$$',
    '<A />',
    '<A>\n\ntext\n\n</A>',
    '<A /> <B />',
    '<Lock>kept</Lock>',
    '---',
    '#### Deep',
  ],
  [
    ':::note[Title]\n\nText.\n\n:::',
    ':::danger\nText with $y$.\n```sh\nx\n```\n:::',
    '| a | b |\n|---|---|\n| $x$ | [l](m) |',
  ],
  [
    '- item\n  ```sh\n  y\n  ```\n- other',
    '1. one\n2. two',
    '> quoted\n> ```sh\n> z\n> ```\n> on',
    '{/* comment */}',
    '[d]: https://example.com',
  ],
].flat()

const block = constantFrom(...blocks)
const nestedBlock = oneof(
  block,
  block.map((text) => text.replace(/^/gm, '> ')),
  block.map((text) => `- ${text.replace(/\n/g, '\n  ')}`),
  block.map((text) => `1. First\n\n   ${text.replace(/\n(?=.)/g, '\n   ')}`),
)

/** Valid MDX: blocks of every kind, one below the other, some in a quote or a list. */
export const soundMarkdown = array(nestedBlock, { minLength: 1, maxLength: 5 }).map((texts) => texts.join('\n\n'))
