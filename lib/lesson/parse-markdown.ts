import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import { visit } from 'unist-util-visit'
import { createBoundedAcorn } from './bounded-acorn.ts'
import { commentSyntax } from './comment-syntax.ts'
import { locateAutolinks } from './locate-autolinks.ts'
import type { PreparedMarkdown } from './prepare-markdown.ts'
import { prepareMarkdown } from './prepare-markdown.ts'
import { syntaxErrorText } from './syntax-error-text.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** How a file is parsed: as MDX, Docusaurus' default also for `.md`, or as plain Markdown. */
export type MarkdownFormat = 'mdx' | 'md'

/** Options, most of them for messages of syntax errors. */
export interface ParseMarkdownOptions {
  readonly slug: string
  readonly format?: MarkdownFormat
  /** The line of the file on which the source begins. */
  readonly firstLine?: number
  /** Limit of work for its expressions (`bounded-acorn.ts`); by default, more than any author's text needs. */
  readonly expressionWorkMax?: number
}

/** More than any page needs; stops a parse that would take hours. */
const expressionWorkMaxOfAuthors = 1_000_000_000

const expressions = createBoundedAcorn()
const processors = { mdx: createProcessor('mdx'), md: createProcessor('md') }

/**
 * Parses a lesson's normalised source as Docusaurus parses it. The offsets of the tree are offsets in `source`; its lines
 * and columns are those of the prepared text.
 *
 * @throws `Cannot parse lesson "slug" at line 12, column 3: <reason>`
 */
export function parseMarkdown(source: string, options: ParseMarkdownOptions): SyntaxNode {
  const format = options.format ?? 'mdx'
  const prepared = prepareMarkdown(source)
  expressions.begin(options.expressionWorkMax ?? expressionWorkMaxOfAuthors)
  try {
    checkOpenAdmonitions(prepared.text)
    const root: SyntaxNode = processors[format].parse(prepared.text)
    checkDepth(root)
    locateAutolinks(root, prepared.text)
    if (format === 'mdx') markComments(root)
    moveToSource(root, prepared)
    return root
  } catch (error) {
    const where = expressions.isOverLimit()
      ? ': its expressions are more than is read'
      : syntaxErrorText(error, options.firstLine ?? 1)
    throw new Error(`Cannot parse lesson ${JSON.stringify(options.slug)}${where}`, { cause: error })
  }
}

/** The deepest nesting that a lesson may have; all code that walks the tree is recursive. */
const depthMax = 200

function checkDepth(root: SyntaxNode): void {
  let level = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthMax) throw new RangeError(`Nested more than ${depthMax} levels deep`)
    level = level.flatMap(({ children }) => children ?? [])
  }
}

/** Checked before parsing: thousands of admonitions that open in each other and never close take the parser minutes. */
function checkOpenAdmonitions(text: string): void {
  let depth = 0
  for (const [, name] of text.matchAll(/^[ \t]*:{3,}[ \t]*(\w?)/gm)) {
    depth = Math.max(0, depth + (name === '' ? -1 : 1))
    if (depth > depthMax) throw new RangeError(`More than ${depthMax} admonitions are open`)
  }
}

/** The parser extensions in Docusaurus' order (@docusaurus/mdx-loader, processor); later ones take precedence. */
function createProcessor(format: MarkdownFormat): Processor<Root> {
  const processor = unified().use(remarkParse)
  if (format === 'mdx') processor.use(remarkMdx, { acorn: expressions.acorn })
  processor.use(remarkDirective).use(remarkGfm)
  if (format === 'mdx') processor.use(remarkComment)
  return processor.use(remarkMath).freeze()
}

function remarkComment(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), commentSyntax]
}

/** MDX has no HTML, so each `html` node here is a comment; the mark distinguishes it from plain Markdown's HTML. */
function markComments(root: SyntaxNode): void {
  visit(root, 'html', (node: SyntaxNode) => {
    node.type = 'comment'
    delete node.value
  })
}

function moveToSource(root: SyntaxNode, prepared: PreparedMarkdown): void {
  visit(root, (node: SyntaxNode) => {
    if (node.position === undefined) return
    const { start, end } = node.position
    node.position = {
      start: { ...start, offset: prepared.toSource(start.offset ?? 0) },
      end: { ...end, offset: prepared.toSource(end.offset ?? 0) },
    }
  })
}
