import type { SyntaxNode } from '../../../../lib/lesson/index.ts'

/** A tree node for `export const name = value`, for values that JSON can say. */
export function exportNode(name: string, value: object): SyntaxNode {
  const declarator = { type: 'VariableDeclarator', id: { type: 'Identifier', name }, init: expression(value) }
  const declaration = { type: 'VariableDeclaration', kind: 'const', declarations: [declarator] }
  const body = [{ type: 'ExportNamedDeclaration', declaration, specifiers: [], source: null, attributes: [] }]
  return { type: 'mdxjsEsm', value: '', data: { estree: { type: 'Program', sourceType: 'module', body } } }
}

function expression(value: unknown): object {
  if (Array.isArray(value)) return { type: 'ArrayExpression', elements: value.map(expression) }
  if (typeof value !== 'object' || value === null) return { type: 'Literal', value }
  return { type: 'ObjectExpression', properties: Object.entries(value).map(([key, each]) => property(key, each)) }
}

function property(key: string, value: unknown): object {
  return {
    type: 'Property',
    kind: 'init',
    key: { type: 'Literal', value: key },
    value: expression(value),
    method: false,
    shorthand: false,
    computed: false,
  }
}
