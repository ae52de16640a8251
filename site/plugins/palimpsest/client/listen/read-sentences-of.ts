import { cutSentences } from './cut-sentences.ts'

/** A sentence on the page. */
export interface SpokenSentence {
  readonly text: string
  /** Where it stands. */
  readonly range: Range
}

const blocks = 'p, li, dt, dd, th, td, h1, h2, h3, h4, summary, figcaption, pre'
const silent = '[aria-hidden="true"], [hidden], annotation, button, svg, script, style, .hash-link'

/** The sentences of a part of the page, in reading order. `codeWord` is said for each block of code. */
export function readSentencesOf(root: Element, { language, codeWord }: { language: string; codeWord: string }) {
  const runs = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (!parent || parent.closest(silent) || node.data.trim() === '') continue
    const block = parent.closest(blocks) ?? root
    runs.set(block, [...(runs.get(block) ?? []), node])
  }
  return [...runs].flatMap(([block, nodes]) =>
    block.matches('pre') ? [codeSentence(block, codeWord)] : sentencesIn(nodes, language),
  )
}

function codeSentence(block: Element, text: string): SpokenSentence {
  const range = document.createRange()
  range.selectNodeContents(block)
  return { text, range }
}

function sentencesIn(nodes: readonly Text[], language: string): SpokenSentence[] {
  const whole = nodes.map(({ data }) => data).join('')
  return cutSentences(whole, language).map(({ text, start, end }) => {
    const range = document.createRange()
    range.setStart(...pointAt(nodes, start))
    range.setEnd(...pointAt(nodes, end))
    return { text, range }
  })
}

/** The node that an offset in the joined text falls into, and the offset within it. */
function pointAt(nodes: readonly Text[], offset: number): [Text, number] {
  let rest = offset
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest]
    rest -= node.length
  }
  throw new RangeError(`Cannot find offset ${offset} in ${nodes.length} text nodes`)
}
