import type { Fault } from './fault.ts'

/** Where a text is cut: between a tenth and nearly all of it. */
const place = (length: number, share: number): number => Math.floor(length * (0.1 + share * 0.89))

export const truncationFaults: readonly Fault[] = [
  {
    name: 'cut-anywhere',
    family: 'truncation',
    describe: 'breaks off at any character, and says that it has finished',
    inject: (text, _task, random) => text.slice(0, place(text.length, random.below(1_000) / 1_000)).trimEnd(),
  },
  {
    name: 'cut-in-word',
    family: 'truncation',
    describe: 'breaks off within a word',
    inject: (text, _task, random) => {
      const places = [...text.matchAll(/(?<=\p{L}{2})(?=\p{L}{2})/gu)].filter(({ index }) => index > text.length / 10)
      return places.length === 0 ? undefined : text.slice(0, random.pick(places).index)
    },
  },
  {
    name: 'cut-after-block',
    family: 'truncation',
    describe: 'breaks off after a paragraph or a list, with the rest of the section missing',
    inject: (text, _task, random) => {
      const blocks = text.split('\n\n')
      return blocks.length < 3 ? undefined : blocks.slice(0, 1 + random.below(blocks.length - 1)).join('\n\n')
    },
  },
  {
    name: 'block-dropped',
    family: 'truncation',
    describe: 'leaves out a paragraph in the middle',
    inject: (text, _task, random) => {
      const blocks = text.split('\n\n')
      const paragraphs = blocks.flatMap((block, at) => (at > 0 && /^\p{L}.{150,}$/u.test(block) ? [at] : []))
      return paragraphs.length === 0 ? undefined : blocks.toSpliced(random.pick(paragraphs), 1).join('\n\n')
    },
  },
]
