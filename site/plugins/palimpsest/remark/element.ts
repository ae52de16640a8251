import type { SyntaxNode } from '../../../../lib/lesson/index.ts'

/** A JSX element of the tree that MDX compiles: `block` stands among blocks, `inline` in a sentence. */
export function element(name: string, id: string, placement: 'block' | 'inline', children: SyntaxNode[]): SyntaxNode {
  return {
    type: placement === 'block' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    children,
  }
}
