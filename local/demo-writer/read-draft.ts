import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { atomCharacter, atomPattern, type Draft, type Landmarks, type Passage } from './draft.ts'
import { splitParagraph } from './split-sentences.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/**
 * Finds the passages of a masked section: plain paragraphs, also in list items and admonitions. Tables, quotes,
 * headings, slots and unknown constructs are left out, and so stay unchanged.
 */
export function readDraft(source: string): Draft {
  const root = parser.parse(source)
  const atoms: string[] = []
  const passages = atomPattern.test(source) ? [] : readPassages(root, { source, atoms, place: 'root' })
  return { source, atoms, passages, inserts: [], landmarks: readLandmarks(root, source) }
}

interface Reading {
  readonly source: string
  readonly atoms: string[]
  readonly place: Passage['place']
}

function readPassages(node: Nodes, reading: Reading): Passage[] {
  switch (node.type) {
    case 'root':
    case 'list':
      return node.children.flatMap((child) => readPassages(child, reading))
    case 'listItem':
      return node.children.flatMap((child) => readPassages(child, { ...reading, place: 'item' }))
    case 'containerDirective':
      return node.children.flatMap((child) =>
        readPassages(child, { ...reading, place: reading.place === 'root' ? 'aside' : reading.place }),
      )
    case 'paragraph':
      return readPassage(node, reading)
    default:
      return []
  }
}

function readPassage(node: Paragraph, { source, atoms, place }: Reading): Passage[] {
  const isLabel = (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true
  if (isLabel || node.children.some((child) => child.type === 'break')) return []
  const text = node.children.map((child) => readPhrase(child, { source, atoms })).join('')
  const whole = text.replace(/\[\[slot:\w+\]\]/g, (slot) => keepAtom(slot, atoms)).replace(/[ \t]*\n[ \t]*/g, ' ')
  if (!/\p{L}/u.test(whole)) return []
  const { start, end } = range(node)
  return [{ start, end, place, groups: [{ kind: 'prose', sentences: splitParagraph(whole) }] }]
}

function readPhrase(node: PhrasingContent, { source, atoms }: Pick<Reading, 'source' | 'atoms'>): string {
  const { start, end } = range(node)
  const text = source.slice(start, end)
  const isProse = node.type === 'text' || (node.type === 'textDirective' && /^:[\w-]+$/.test(text))
  return isProse ? text : keepAtom(text, atoms)
}

function keepAtom(text: string, atoms: string[]): string {
  atoms.push(text.replace(/[ \t]*\n[ \t]*/g, ' '))
  return atomCharacter(atoms.length - 1)
}

function readLandmarks(root: Root, source: string): Landmarks {
  const blocks = root.children.map((child) => ({
    start: range(child).start,
    text: source.slice(range(child).start, range(child).end),
  }))
  return {
    slots: blocks.flatMap(({ start, text }) => {
      const id = /^\[\[slot:(\w+)\]\]$/.exec(text)?.[1]
      return id ? [{ id, start }] : []
    }),
    last: blocks.at(-1) ?? null,
  }
}

function range(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
