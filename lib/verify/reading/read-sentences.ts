import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Candidate } from './candidate.ts'
import { admonitionLine } from './read-blocks.ts'
import { splitSentences } from './split-sentences.ts'

const placeholder = /\[\[slot:k\d+\]\]/g
/** A colon also ends a sentence that introduces a list or code. */
const sentenceEnd = /[.!?…۔؟:][)\]"'”’»]*$/u

/**
 * The complete sentences of a text's paragraphs, also in lists, quotations and admonitions, without code and
 * placeholders. Headings, titles, cells and items without a full stop are left out.
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
