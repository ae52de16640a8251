import type { Nodes, Paragraph, Table } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Candidate } from './candidate.ts'
import { readAdmonitionLine } from './read-admonition-line.ts'

/** The blocks of a text whose form a rewrite must preserve. */
export interface Blocks {
  /** Every table, row by row, with the header first; a cell is its plain text. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly orderedLists: readonly OrderedList[]
  /** The plain text of every paragraph, table cell and title of an admonition. */
  readonly passages: readonly string[]
  readonly ending: Ending | undefined
}

export interface OrderedList {
  readonly start: number
  readonly items: number
}

/** The last paragraph of a text. */
export interface Ending {
  /** Its source. */
  readonly text: string
  /** In a list, the last paragraphs of the other items. */
  readonly siblings: readonly string[]
}

type Reading = Pick<Candidate, 'tree' | 'markdown'>

const known = new WeakMap<Candidate['tree'], Blocks>()

/** Reads the blocks of a candidate, once. */
export function readBlocks({ tree, markdown }: Reading): Blocks {
  const read = known.get(tree) ?? {
    tables: readTables(tree),
    orderedLists: readOrderedLists(tree),
    passages: readPassages(tree),
    ending: readEnding(tree, markdown),
  }
  known.set(tree, read)
  return read
}

function readTables(tree: Nodes): string[][][] {
  const tables: string[][][] = []
  visit(tree, 'table', (table: Table) => {
    tables.push(table.children.map((row) => row.children.map((cell) => toString(cell).trim())))
  })
  return tables
}

function readOrderedLists(tree: Nodes): OrderedList[] {
  const lists: OrderedList[] = []
  visit(tree, 'list', ({ ordered, start, children }) => {
    if (ordered) lists.push({ start: start ?? 1, items: children.length })
  })
  return lists
}

/** A line that opens or closes an admonition. */
export const admonitionLine = /^[ \t>]*:{3,}.*$/gm

function readPassages(tree: Nodes): string[] {
  const passages: string[] = []
  const readPassage = (node: Nodes): void => {
    const text = toString(node)
    const titles = [...text.matchAll(admonitionLine)].map(([line]) => titleOf(line))
    passages.push(...titles, text.replace(admonitionLine, ''))
  }
  visit(tree, 'paragraph', readPassage)
  visit(tree, 'tableCell', readPassage)
  return passages.map((passage) => passage.replace(/\s+/g, ' ').trim()).filter((passage) => passage !== '')
}

function titleOf(line: string): string {
  const read = readAdmonitionLine(line)
  return read === undefined || read === 'stray' ? '' : (read.title ?? '')
}

function readEnding(tree: Nodes, markdown: string): Ending | undefined {
  const written = (paragraph: Paragraph | undefined): string =>
    paragraph?.position ? markdown.slice(paragraph.position.start.offset, paragraph.position.end.offset) : ''
  const { paragraph, list } = findLast(tree)
  if (!paragraph) return undefined
  const siblings =
    list?.type === 'list' ? list.children.slice(0, -1).map((item) => written(findLast(item).paragraph)) : []
  return { text: written(paragraph), siblings: siblings.filter((text) => text !== '') }
}

interface Last {
  readonly paragraph: Paragraph | undefined
  /** The innermost list around it. */
  readonly list: Nodes | undefined
}

function findLast(node: Nodes): Last {
  let last: Nodes | undefined = node
  let list: Nodes | undefined
  while (last && last.type !== 'paragraph') {
    if (last.type === 'list') list = last
    last = last.type !== 'table' && 'children' in last ? last.children.at(-1) : undefined
  }
  return { paragraph: last, list }
}
