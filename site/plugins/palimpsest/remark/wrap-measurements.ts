import type { SyntaxNode } from '../../../../lib/lesson/index.ts'
import { markMeasurements } from '../lesson/mark-measurements.ts'

/** Puts each number with its unit into an element in which no line breaks. As the terms', it changes the page alone. */
export const wrapMeasurements = (root: SyntaxNode): void => markMeasurements(root, unbroken)

function unbroken(words: SyntaxNode): SyntaxNode {
  const attributes = [{ type: 'mdxJsxAttribute', name: 'className', value: 'unbroken' }]
  return { type: 'mdxJsxTextElement', name: 'span', attributes, children: [words] }
}
