import type { SlotKind } from './lesson.ts'
import { mdxProgram } from './mdx-program.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** Admonitions that warn of harm; they are only translated, never rewritten in the lesson's own language. */
const warnings: ReadonlySet<string> = new Set(['warning', 'danger', 'caution'])
const otherAdmonitions: ReadonlySet<string> = new Set(['secondary', 'info', 'success', 'note', 'tip', 'important'])

const kinds: Readonly<Record<string, SlotKind | ((node: SyntaxNode) => SlotKind | null)>> = {
  code: (node) => (node.lang === 'mermaid' ? 'diagram' : 'code'),
  math: 'math',
  inlineMath: 'math',
  image: 'image',
  imageReference: 'image',
  mdxJsxFlowElement: componentKind,
  mdxJsxTextElement: componentKind,
  mdxFlowExpression: expressionKind,
  mdxTextExpression: expressionKind,
  mdxjsEsm: 'hidden',
  comment: 'hidden',
  yaml: 'hidden',
  definition: 'hidden',
  footnoteDefinition: 'hidden',
  html: (node) => (node.value?.startsWith('<!--') ? 'hidden' : 'html'),
  thematicBreak: 'rule',
  heading: 'heading',
  footnoteReference: 'footnote',
  leafDirective: 'component',
  textDirective: (node) => (isPlainTextDirective(node) ? null : 'component'),
  containerDirective: directiveKind,
  link: linkKind,
  linkReference: (node) => (node.referenceType === 'full' ? wordlessKind(node) : 'link'),
}

/** The kind of slot that a node is; null if it is (or contains) prose that may be rewritten. */
export function slotKind(node: SyntaxNode): SlotKind | null {
  const kind = kinds[node.type] ?? null
  return typeof kind === 'function' ? kind(node) : kind
}

function componentKind(node: SyntaxNode): SlotKind {
  return node.name === 'Lock' ? 'locked' : 'component'
}

/** An expression of nothing but comments shows nothing. */
function expressionKind(node: SyntaxNode): SlotKind {
  return mdxProgram(node)?.body.length === 0 ? 'hidden' : 'component'
}

function directiveKind(node: SyntaxNode): SlotKind | null {
  if (warnings.has(node.name ?? '')) return 'admonition'
  return otherAdmonitions.has(node.name ?? '') ? null : 'component'
}

/** `a:b` parses as a directive without label or attributes; Docusaurus turns it back into text. */
function isPlainTextDirective(node: SyntaxNode): boolean {
  const attributes = Object.keys(node.attributes ?? {})
  return attributes.length === 0 && (node.children ?? []).length === 0
}

function linkKind(node: SyntaxNode): SlotKind | null {
  return isAutolink(node) ? 'link' : wordlessKind(node)
}

/** True for a bare or angled URL: at most one character follows its text; in `[text](target)` at least three do. */
function isAutolink(node: SyntaxNode): boolean {
  const textEnd = node.children?.at(-1)?.position?.end.offset
  const linkEnd = node.position?.end.offset
  if (textEnd === undefined || linkEnd === undefined) return true
  return linkEnd - textEnd <= 1
}

/** A link that contains only slots (a linked image) has no text to rewrite. */
function wordlessKind(node: SyntaxNode): SlotKind | null {
  const inner = (node.children ?? []).filter((child) => child.type !== 'text' || child.value?.trim() !== '')
  const innerKinds = inner.map(slotKind)
  return innerKinds.includes(null) ? null : (innerKinds[0] ?? 'link')
}
