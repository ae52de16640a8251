import GithubSlugger from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { mdxProgram } from './mdx-program.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** What Docusaurus makes of a heading. */
export interface HeadingAnchor {
  readonly anchor: string
  /** The heading's plain text, without an explicit id. */
  readonly text: string
}

const classicId = /\s*\{#(?<id>(?:.(?!\{#|\}))*.)\}$/
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
  const commentId = idInComment(heading.children?.at(-1))
  if (commentId !== undefined) return { anchor: commentId, text: textBeforeComment(heading) }
  const id = classicId.exec(text)
  if (id?.groups?.['id'] !== undefined) {
    return { anchor: id.groups['id'].trim(), text: text.slice(0, id.index).trim() }
  }
  return { anchor: slugger.slug(text), text: text.trim() }
}

function headingText(heading: SyntaxNode): string {
  const children = (heading.children ?? []).filter(({ type }) => type !== 'html' && type !== 'comment')
  return toString(children.length > 0 ? children : heading)
}

function textBeforeComment(heading: SyntaxNode): string {
  return toString((heading.children ?? []).slice(0, -1)).trim()
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
