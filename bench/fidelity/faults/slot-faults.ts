import { changeOne, changeProse } from './change-text.ts'
import type { Fault } from './fault.ts'

const slot = /\[\[slot:k\d+\]\]/g
const blockSlot = /(?<=^|\n\n)\[\[slot:k\d+\]\](?=\n\n|$)/g

const changeSlot =
  (pattern: RegExp, ...changes: readonly ((found: string) => string)[]): Fault['inject'] =>
  (text, _task, random) => {
    const change = random.pick(changes)
    return changeOne(text, random, { pattern, change })
  }

const withNumber = (found: string, number: number): string => found.replace(/\d+/, String(number))

export const slotFaults: readonly Fault[] = [
  {
    name: 'slot-dropped',
    family: 'slots',
    describe: 'leaves out a code block, a formula or a figure',
    inject: changeSlot(slot, () => ''),
  },
  {
    name: 'slot-doubled',
    family: 'slots',
    describe: 'shows one twice',
    inject: changeSlot(
      slot,
      (found) => `${found} ${found}`,
      (found) => `${found}\n\n${found}`,
    ),
  },
  {
    name: 'slots-swapped',
    family: 'slots',
    describe: 'exchanges two of them',
    inject: (text, _task, random) => {
      const found = text.match(slot) ?? []
      if (found.length < 2) return undefined
      const at = random.below(found.length - 1)
      const order = found.toSpliced(at, 2, found[at + 1] ?? '', found[at] ?? '')
      return text.replace(slot, () => order.shift() ?? '')
    },
  },
  {
    name: 'slot-renumbered',
    family: 'slots',
    describe: 'names one that the section does not have',
    inject: (text, { masked }, random) => {
      const number = masked.slots.length + 20 + random.below(70)
      return changeOne(text, random, { pattern: slot, change: (found) => withNumber(found, number) })
    },
  },
  {
    name: 'slot-invented',
    family: 'slots',
    describe: 'adds one where the section has none',
    inject: (text, { masked }, random) => {
      const placeholder = `[[slot:k${masked.slots.length + 20 + random.below(70)}]]`
      return changeProse(text, random, { pattern: /(?<=\p{L}) (?=\p{L})/gu, change: () => ` ${placeholder} ` })
    },
  },
  {
    name: 'slot-misspelled',
    family: 'slots',
    describe: 'writes a placeholder in another way',
    inject: changeSlot(
      slot,
      (found) => found.toUpperCase(),
      (found) => found.slice(1, -1),
      (found) => found.replace('slot:', ' slot: '),
      (found) => found.replace('[[', '{{').replace(']]', '}}'),
      (found) => found.replace('slot', 'Slot'),
    ),
  },
  {
    name: 'slot-in-code',
    family: 'slots',
    describe: 'puts a placeholder into code',
    inject: changeSlot(
      slot,
      (found) => `\`${found}\``,
      (found) => `\`\`\`\n${found}\n\`\`\``,
    ),
  },
  {
    name: 'slot-escaped',
    family: 'slots',
    describe: 'puts a backslash or a character reference before a placeholder',
    inject: changeSlot(
      slot,
      (found) => `\\${found}`,
      (found) => found.replace('[', '&#91;'),
    ),
  },
  {
    name: 'slot-in-sentence',
    family: 'slots',
    describe: 'moves a code block or a figure into a sentence',
    inject: changeSlot(
      blockSlot,
      (found) => `See ${found} here.`,
      (found) => `${found}\nSee above.`,
      (found) => `See here:\n${found}`,
    ),
  },
  {
    name: 'slot-in-table',
    family: 'slots',
    describe: 'moves a placeholder into a table, a link or an address',
    inject: changeSlot(
      slot,
      (found) => `[${found}](link:1)`,
      (found) => `![${found}](link:1)`,
      (found) => `\n\n| a | b |\n| - | - |\n| ${found} | c |\n\n`,
      (found) => `[text](${found})`,
    ),
  },
  {
    name: 'slot-copied-and-edited',
    family: 'slots',
    describe: 'writes the code out itself, with a line changed',
    inject: (text, { masked }, random) => {
      const codes = masked.slots.filter(({ kind, content }) => kind === 'code' && !text.includes(content))
      if (codes.length === 0) return undefined
      const { id, content } = random.pick(codes)
      const edited = content.replace(/\n(.*)\n/, '\n$1 # changed\n')
      return edited === content ? undefined : text.replace(`[[slot:${id}]]`, () => edited)
    },
  },
]
