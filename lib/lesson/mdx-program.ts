import type { SyntaxNode } from './syntax-node.ts'

/** The JavaScript of an MDX expression, as far as splitting looks at it. */
export interface MdxProgram {
  readonly body: readonly unknown[]
  readonly comments?: readonly { readonly value: string }[]
}

/** The parsed program of a `{…}` node; undefined for other nodes. */
export function mdxProgram({ data }: SyntaxNode): MdxProgram | undefined {
  const estree: unknown = data !== undefined && 'estree' in data ? data.estree : undefined
  return isProgram(estree) ? estree : undefined
}

function isProgram(value: unknown): value is MdxProgram {
  return typeof value === 'object' && value !== null && 'body' in value && Array.isArray(value.body)
}
