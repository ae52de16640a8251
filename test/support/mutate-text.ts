import type { Random } from './random.ts'

type Mutation = (text: string, random: Random) => string

const slotPattern = /\[\[slot:k\d+\]\]/g
const linkPattern = /\]\(link:\d+\)/g

/** Changes one of the parts of a text that match, chosen at random; the text itself when there is none. */
const changeOne =
  (pattern: RegExp, change: (found: string, random: Random) => string): Mutation =>
  (text, random) => {
    const matches = [...text.matchAll(pattern)]
    if (matches.length === 0) return text
    const { index, 0: found } = random.pick(matches)
    return text.slice(0, index) + change(found, random) + text.slice(index + found.length)
  }

const insertBlock =
  (block: string): Mutation =>
  (text, random) => {
    const blocks = text.split('\n\n')
    return blocks.toSpliced(random.below(blocks.length + 1), 0, block).join('\n\n')
  }

const insertWord =
  (word: string): Mutation =>
  (text, random) => {
    const words = text.split(' ')
    return words.toSpliced(random.below(words.length + 1), 0, word).join(' ')
  }

const changeBlocks =
  (change: (blocks: string[], random: Random) => string[]): Mutation =>
  (text, random) =>
    change(text.split('\n\n'), random).join('\n\n')

const slots: Mutation[] = [
  ...['', '[[slot:k99]]', '[[slot:k0]]', '[[SLOT:k1]]', '[slot:k1]', '[[ slot:k1 ]]'].map((other) =>
    changeOne(slotPattern, () => other),
  ),
  ...[
    (slot: string) => `${slot}\n\n${slot}`,
    (slot: string) => `${slot} ${slot}`,
    (slot: string) => `\`${slot}\``,
    (slot: string) => `\\${slot}`,
    (slot: string) => `\\\\${slot}`,
    (slot: string) => slot.replace('[[', '[\\['),
    (slot: string) => slot.replace('[', '&#91;'),
    (slot: string) => `$${slot}`,
    (slot: string) => `**${slot}**`,
    (slot: string) => `~~${slot}~~`,
    (slot: string) => `[${slot}](link:1)`,
    (slot: string) => `![${slot}](link:1)`,
    (slot: string) => `${slot}(link:1)`,
    (slot: string) => `[text](link:1 "${slot}")`,
    (slot: string) => `  ${slot}`,
    (slot: string) => `    ${slot}`,
    (slot: string) => `\t${slot}`,
    (slot: string) => `- ${slot}`,
    (slot: string) => `1. ${slot}`,
    (slot: string) => `> ${slot}`,
    (slot: string) => `> - ${slot}`,
    (slot: string) => `# ${slot}`,
    (slot: string) => `${slot}\n---`,
    (slot: string) => `<${slot}>`,
    (slot: string) => `<!-- ${slot} -->`,
    (slot: string) => `| a | b |\n| - | - |\n| ${slot} | c |`,
    (slot: string) => `:::note\n\n${slot}\n\n:::`,
    (slot: string) => `See ${slot} here.`,
    (slot: string) => `See here:\n${slot}`,
    (slot: string) => `${slot}\nSee above.`,
    (slot: string) => `\`\`\`\n${slot}\n\`\`\``,
    (slot: string) => `$$\n${slot}\n$$`,
    (slot: string) => `[^1]: ${slot}`,
    (slot: string) => `[${slot}]: https://example.org`,
  ].map((change) => changeOne(slotPattern, change)),
  changeOne(/\[\[slot:k\d+\]\]\s+/g, (found) => found.trim()),
  changeOne(/\s+\[\[slot:k\d+\]\]/g, (found) => ` ${found.trim()}`),
  changeOne(/\n\n\[\[slot:k\d+\]\]\n\n/g, (found) => `\n${found.trim()}\n`),
  (text, random) => {
    const ids = text.match(slotPattern) ?? []
    const shuffled = ids.toSorted(() => random.below(3) - 1)
    return text.replace(slotPattern, () => shuffled.pop() ?? '')
  },
]

const links: Mutation[] = [
  ...[
    '](link:99)',
    '](https://example.org)',
    '](link:1 "title")',
    '](<link:1>)',
    ']( link:1 )',
    '](javascript:alert)',
    '][1]',
    ']',
  ].map((other) => changeOne(linkPattern, () => other)),
  changeOne(linkPattern, (target) => `\\${target}`),
  changeOne(linkPattern, (target) => `${target} and [again${target}`),
  changeOne(linkPattern, (target) => `${target}${target}`),
  changeOne(/\[[^[\]]+\]\(link:\d+\)/g, (link) => `\`${link}\``),
  changeOne(/\[[^[\]]+\]\(link:\d+\)/g, (link) => `!${link}`),
  changeOne(/\[[^[\]]+\]\(link:\d+\)/g, (link) => `[see ${link}](link:1)`),
  changeOne(/\[[^[\]]+\]\(link:\d+\)/g, () => ''),
]

const foreign: Mutation[] = [
  ...[
    '```python\nprint("invented")\n```',
    '~~~\nunclosed',
    '    indented code',
    '# Heading',
    'Underlined\n===',
    '---',
    '![image](https://example.org/a.png)',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- comment',
    '$$\nx = 1\n$$',
    '[^1]: A footnote.',
    '[gears]: https://example.org',
    ':::tip\n\nA tip.\n\n:::',
    ':::note\n\nUnclosed.',
    '::: warning',
    ':::',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '- one\n  - two\n    - three',
    '> A quotation.',
    'Another paragraph that says a little more about the same thing, in plain words.',
  ].map(insertBlock),
  ...['`invented()`', '`', '``', '$', '$x$', '[^1]', '<https://example.org>', 'https://example.org', 'www.example.org']
    .concat([
      'a@example.org',
      '13.7 kV',
      '999 N·m',
      '**',
      '_',
      '~~',
      '<br/>',
      '{x}',
      '\\',
      '[',
      ']',
      '![',
      '](',
      '&lt;',
    ])
    .map(insertWord),
  changeOne(/\d+(?:\.\d+)?/g, (found) => String(Number(found) + 1)),
  changeOne(/`[^`\n]+`/g, (found) => `${found.slice(0, -1)}_v2\``),
]

const shape: Mutation[] = [
  (text) => `\`\`\`markdown\n${text}\n\`\`\``,
  (text) => `\`\`\`\n${text}`,
  (text) => `Here is the rewritten section:\n\n${text}`,
  (text) => `${text}\n\nLet me know if you need anything else!`,
  (text, random) => text.slice(0, random.below(text.length)),
  (text) => text.replaceAll('\n\n', '\n'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '  \n'),
  (text) => text.replaceAll(/^/gm, '> '),
  (text) => text.replaceAll(/^/gm, '  '),
  changeBlocks((blocks) => blocks.toReversed()),
  changeBlocks((blocks, random) => blocks.toSpliced(random.below(blocks.length), 1)),
  changeBlocks((blocks, random) => [...blocks, random.pick(blocks)]),
  changeBlocks((blocks) => ['In other words, this is what it comes down to.', ...blocks]),
  changeBlocks((blocks, random) => blocks.with(random.below(blocks.length), 'Told in another way, it says the same.')),
]

const kinds = [slots, links, foreign, shape]

/** Does to a good text one to three of the things that models do to texts. */
export function mutateText(text: string, random: Random): string {
  let mutated = text
  for (let count = 1 + random.below(3); count > 0; count--) mutated = random.pick(random.pick(kinds))(mutated, random)
  return mutated
}
