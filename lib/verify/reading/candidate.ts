import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visitParents } from 'unist-util-visit-parents'
import type { MaskedSection } from '../../lesson/index.ts'

/** A model's text, parsed once for all rules. */
export interface Candidate {
  /** The text without the translated heading's line. */
  readonly markdown: string
  /** The translated heading, if the task wants one and it is there. */
  readonly heading: string | undefined
  /** Placeholders of slots in the order of the prose. */
  readonly slots: readonly PlacedSlot[]
  readonly links: readonly PlacedLink[]
  /** Code in sentences, that of the heading included. */
  readonly codeSpans: readonly string[]
  /**
   * The prose alone: no placeholders, no code, character references resolved. Each paragraph, item and cell follows an
   * empty line.
   */
  readonly prose: string
  /** The Markdown of the prose, escapes and all: no code, no addresses. */
  readonly plainSource: string
  /** Types of the syntax nodes that occur, such as `html`, `code`, `heading`. */
  readonly nodeTypes: ReadonlySet<string>
  /** The translated heading, parsed as a heading; empty if there is none. */
  readonly head: ReadHeading
  readonly tree: Root
}

/** A heading's line, parsed. */
export interface ReadHeading {
  readonly nodeTypes: ReadonlySet<string>
  readonly links: readonly PlacedLink[]
  readonly codeSpans: readonly string[]
  /** Its text, with character references resolved. */
  readonly prose: string
  /** Its Markdown without code and addresses. */
  readonly plainSource: string
}

/** A placeholder where Markdown reads it as text. */
export interface PlacedSlot {
  readonly id: string
  /** True if it is alone in its paragraph. */
  readonly alone: boolean
  /** The enclosing construct that its content could break: a table's cell, a link's text. */
  readonly within: string
}

export interface PlacedLink {
  readonly target: string
  /** True if written as `[text](target)`, the form that is restored. */
  readonly plain: boolean
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
/** A placeholder without a backslash before it, which would break the restored content. */
const slotPattern = /(?<=(?<!\\)(?:\\\\)*)\[\[slot:(k\d+)\]\]/g
const headingPattern = /^\s*#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)/

export interface ReadOptions {
  /** The first line should be the translated heading. */
  readonly withHeading: boolean
  /** The text follows other parts, so white space before it is part of it. */
  readonly isLater?: boolean
}

/** Splits the translated heading's line from the beginning of a text, if it is there. */
export function splitHeading(text: string): { readonly heading: string | undefined; readonly rest: string } {
  const line = headingPattern.exec(text)
  return { heading: line?.[1]?.trim(), rest: text.slice(line?.[0].length ?? 0).trim() }
}

/** Splits a candidate's prose into passages; no sentence crosses their boundaries. */
export const splitPassages = (prose: string): string[] => prose.split(passageBreak)

/** Reads a model's text. Its Markdown is parsed here and nowhere else. */
export function readCandidate(text: string, { withHeading, isLater = false }: ReadOptions): Candidate {
  const body = isLater ? text.trimEnd() : text.trim()
  return readMarkdown(withHeading ? splitHeading(text) : { heading: undefined, rest: body })
}

function readMarkdown({ heading, rest: markdown }: ReturnType<typeof splitHeading>): Candidate {
  const body = readNodes(markdown)
  const head = heading === undefined ? noHeading : readHeading(heading)
  return {
    ...body,
    codeSpans: [...head.codeSpans, ...body.codeSpans],
    head,
    markdown,
    heading,
    prose: body.prose.join(''),
    plainSource: body.plainSource.join(''),
  }
}

const noHeading: ReadHeading = { nodeTypes: new Set(), links: [], codeSpans: [], prose: '', plainSource: '' }

/** Reads the text after the `##` of a heading: `1. Intro` is not a list there. */
export function readHeading(text: string): ReadHeading {
  const { nodeTypes, links, codeSpans, prose, plainSource } = readNodes(`# ${text}`)
  return { nodeTypes, links, codeSpans, prose: prose.join(''), plainSource: plainSource.join('') }
}

function readNodes(source: string): Seen {
  const tree: Root = parser.parse(source)
  const seen: Seen = {
    tree,
    source,
    slots: [],
    links: [],
    codeSpans: [],
    prose: [],
    plainSource: [],
    nodeTypes: new Set(),
  }
  visitParents(tree, (node, parents) => {
    seen.nodeTypes.add(node.type)
    readers[node.type]?.(node as never, parents, seen)
  })
  return seen
}

const readings = new WeakMap<MaskedSection, Candidate>()

/** The section's own masked text, read once as a candidate, to compare with. */
export function readOriginal(masked: MaskedSection): Candidate {
  const known = readings.get(masked)
  if (known) return known
  const read = readCandidate(masked.text, { withHeading: false })
  readings.set(masked, read)
  return read
}

interface Seen {
  readonly tree: Root
  readonly source: string
  readonly slots: PlacedSlot[]
  readonly links: PlacedLink[]
  readonly codeSpans: string[]
  readonly prose: string[]
  readonly plainSource: string[]
  readonly nodeTypes: Set<string>
}

type Reader<Type extends Nodes['type']> = (
  node: Extract<Nodes, { type: Type }>,
  parents: readonly Nodes[],
  seen: Seen,
) => void

/** The separator of passages in `prose` and `plainSource`. */
const passageBreak = '\n\n'

const beginPassage = (_node: Nodes, _parents: readonly Nodes[], { prose, plainSource }: Seen): void => {
  prose.push(passageBreak)
  plainSource.push(passageBreak)
}

const readers: { [Type in Nodes['type']]?: Reader<Type> } & Record<string, Reader<never> | undefined> = {
  paragraph: beginPassage,
  heading: beginPassage,
  tableCell: beginPassage,
  listItem: beginPassage,
  break: (_node, _parents, { prose, plainSource }) => {
    prose.push('\n')
    plainSource.push('\n')
  },
  link: (node, _parents, { links, source }) => {
    const before = source.slice(0, node.position?.end.offset ?? 0)
    links.push({ target: node.url, plain: before.endsWith(`](${node.url})`) })
  },
  inlineCode: (node, _parents, { codeSpans, prose }) => {
    codeSpans.push(node.value)
    prose.push(' ')
  },
  text: (node, parents, { source, slots, prose, plainSource }) => {
    const parent = parents.at(-1)
    const isOnlyText = parent?.type === 'paragraph' && parent.children.length === 1
    const within = parents.map(({ type }) => type).filter((type) => type === 'tableCell' || type === 'link')
    const { start, end } = node.position ?? {}
    const written = end === undefined ? node.value : source.slice(start?.offset, end.offset)
    for (const [placeholder, id = ''] of written.matchAll(slotPattern))
      slots.push({ id, alone: isOnlyText && written.trim() === placeholder, within: within.join(' ') })
    prose.push(node.value.replace(slotPattern, ' '))
    plainSource.push(written)
  },
}
