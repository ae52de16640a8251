import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Candidate } from './candidate.ts'
import { admonitionLine } from './read-blocks.ts'
import { splitSentences } from './split-sentences.ts'

const placeholder = /\[\[slot:k\d+\]\]/g
/** A colon ends what leads to a list or to code. */
const sentenceEnd = /[.!?…۔؟:][)\]"'”’»]*$/u

/**
 * The whole sentences of a text's paragraphs, those in lists, quotations and admonitions included, without code and
 * placeholders. What is no sentence is left out: headings, titles, the cells of tables, items without a full stop.
 */
export const readSentences = ({ tree }: Pick<Candidate, 'tree'>): string[] =>
  readParagraphs(tree)
    .flatMap(splitSentences)
    .filter((sentence) => sentenceEnd.test(sentence))

function readParagraphs(tree: Nodes): string[] {
  const paragraphs: string[] = []
  visit(tree, 'paragraph', (paragraph: Paragraph) => {
    const text = readProse(paragraph).replace(admonitionLine, '').replace(placeholder, ' ')
    paragraphs.push(text.replace(/\s+/g, ' ').trim())
  })
  return paragraphs
}

function readProse(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(readProse).join('') : ' '
}
