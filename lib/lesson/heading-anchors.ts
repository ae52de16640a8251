import GithubSlugger from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { mdxProgram } from './mdx-program.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** The anchor and text that Docusaurus gives a heading. */
export interface HeadingAnchor {
  readonly anchor: string
  /** The heading's plain text, without an explicit id. */
  readonly text: string
}

/** `{#id}` at a heading's end. The lookbehind keeps a long run of white space from being scanned from each position. */
export const classicId = /(?<!\s)\s*\{#(?<id>(?:.(?!\{#|\}))*.)\}$/
const htmlComment = /^<!--(?<text>[\s\S]*)-->$/

/**
 * The anchors of all headings of a tree, h1 to h6 and nested ones, in document order, by Docusaurus' own rules
 * (@docusaurus/mdx-loader, remark/headings): an id in a comment, else `{#id}`, else the slug of the text, made unique.
 */
export function headingAnchors(root: SyntaxNode): Map<SyntaxNode, HeadingAnchor> {
  const slugger = new GithubSlugger()
  const anchors = new Map<SyntaxNode, HeadingAnchor>()
  visit(root, 'heading', (heading: SyntaxNode) => {
    anchors.set(heading, anchorOf(heading, slugger))
  })
  return anchors
}

function anchorOf(heading: SyntaxNode, slugger: GithubSlugger): HeadingAnchor {
  const text = headingText(heading)
  const shown = toString(headingContent(heading).map(withColon)).trim()
  const commentId = idInComment(heading.children?.at(-1))
  if (commentId !== undefined) return { anchor: commentId, text: shown }
  const id = classicId.exec(text)?.groups?.['id']
  if (id !== undefined) return { anchor: id.trim(), text: shown.replace(classicId, '').trim() }
  return { anchor: slugger.slug(text), text: shown }
}

/**
 * A heading's visible nodes: without a comment that is its id. An id in braces (`classicId`) remains part of the last
 * node.
 */
export function headingContent({ children = [] }: SyntaxNode): readonly SyntaxNode[] {
  return idInComment(children.at(-1)) === undefined ? children : children.slice(0, -1)
}

function headingText(heading: SyntaxNode): string {
  const children = (heading.children ?? []).filter(({ type }) => type !== 'html' && type !== 'comment')
  return toString(children.length > 0 ? children : heading)
}

/** `10:30` parses as a directive without content; Docusaurus turns it back into text after making the anchor. */
function withColon(node: SyntaxNode): SyntaxNode {
  return node.type === 'textDirective' && (node.children ?? []).length === 0
    ? { type: 'text', value: `:${node.name ?? ''}` }
    : node
}

function idInComment(node: SyntaxNode | undefined): string | undefined {
  const word = commentText(node)?.trim().split(' ')[0]
  return word !== undefined && word.length > 1 && word.startsWith('#') ? word.slice(1) : undefined
}

function commentText(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'html') return htmlComment.exec(node.value ?? '')?.groups?.['text']
  const program = node?.type === 'mdxTextExpression' ? mdxProgram(node) : undefined
  return program?.body.length === 0 && program.comments?.length === 1 ? program.comments[0]?.value : undefined
}
