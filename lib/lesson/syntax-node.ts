/**
 * The part of a Markdown syntax node that splitting reads. mdast's types are assignable to it, and so are the trees
 * that Docusaurus passes to remark plugins.
 */
export interface SyntaxNode {
  type: string
  children?: SyntaxNode[]
  position?: SyntaxPosition | undefined
  value?: string | undefined
  /** Name of a JSX element or a directive. */
  name?: string | null | undefined
  /** Language of a code block. */
  lang?: string | null | undefined
  depth?: number
  url?: string
  identifier?: string
  referenceType?: string
  attributes?: unknown
  /** Data that plugins add to a node. */
  data?: object | undefined
}

/** Where a node stands in the text that was parsed. Lines and columns start at 1, offsets at 0. */
export interface SyntaxPosition {
  start: SyntaxPoint
  end: SyntaxPoint
}

export interface SyntaxPoint {
  line: number
  column: number
  offset?: number | undefined
}
