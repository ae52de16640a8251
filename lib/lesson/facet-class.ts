import { EXIT, visit } from 'unist-util-visit'
import type { FacetClass } from './lesson.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** Which facets a section depends on: prose always, code when it shows a code block, AI when its lesson is about AI. */
export function facetClass(nodes: readonly SyntaxNode[], tags: readonly string[]): FacetClass {
  const code = nodes.some(holdsCode) ? '+code' : ''
  const ai = tags.includes('ai') ? '+ai' : ''
  return `prose${code}${ai}`
}

function holdsCode(node: SyntaxNode): boolean {
  let found = false
  visit(node, 'code', (code: SyntaxNode) => {
    if (code.lang === 'mermaid') return undefined
    found = true
    return EXIT
  })
  return found
}
