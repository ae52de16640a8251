/**
 * A node of a Markdown syntax tree, as far as splitting looks at it. mdast's own types are assignable to it, and so are
 * the trees that Docusaurus hands to remark plugins.
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
  data?: SyntaxNodeData | undefined
}

/** What plugins note on a node. */
export interface SyntaxNodeData {
  /** Where a directive's parts stand. */
  position?: unknown
  /** The JavaScript of an MDX expression. */
  estree?: { body: readonly unknown[]; comments?: readonly { value: string }[] | undefined } | null | undefined
  /** Set on the paragraph that holds a directive's `[label]`. */
  directiveLabel?: boolean | null | undefined
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
