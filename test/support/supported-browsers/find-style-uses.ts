import { parse, walk, type CssNode, type EnterOrLeaveFn, type ParseOptions, type SyntaxParseError } from 'css-tree'
import type { StyleFeatures } from './style-features.ts'
import type { Use } from './use.ts'

/**
 * Where a style sheet (or, with that context, a `style` attribute) uses what a supported browser lacks. What stands within
 * `@supports` is asked for there, and a property beside which the same rule has its prefixed form is said in both.
 */
export function findStyleUses(
  source: string,
  features: StyleFeatures,
  context: ParseOptions['context'] = 'stylesheet',
): Use[] {
  const uses: Use[] = []
  const unread: Use[] = []
  const onParseError = ({ message, offset: at }: SyntaxParseError): void =>
    void unread.push({
      feature: 'nesting, or no CSS',
      lacking: [message],
      at,
      around: source.slice(Math.max(0, at - 160), at + 160),
    })
  const tree = parse(source, { context, positions: true, parseCustomProperty: true, onParseError })
  const add = (feature: string, lacking: readonly string[], { loc }: CssNode): void => {
    const at = loc?.start.offset ?? 0
    if (lacking.length > 0) uses.push({ feature, lacking, at, around: source.slice(Math.max(0, at - 160), at + 160) })
  }
  const enter: EnterOrLeaveFn = function enter(node) {
    if (this.atrule?.name === 'supports') return
    if (node.type === 'Atrule') add(`@${node.name}`, features.atRule(node.name), node)
    else if (node.type === 'FeatureRange') add('@media range syntax', features.atRule('media', 'range_syntax'), node)
    else if (node.type === 'Feature') add(`@media ${node.name}`, features.atRule('media', node.name), node)
    else if (node.type === 'NestingSelector') add('nesting', features.selector('nesting'), node)
    else if (node.type === 'Rule' && this.rule !== null && this.rule !== node)
      add('nesting', features.selector('nesting'), node)
    else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
      add(`:${node.name}`, node.name.startsWith('-') ? [] : features.selector(node.name), node)
    else if (node.type === 'Declaration' && !isPrefixedToo(node.property, this.block))
      add(node.property, features.property(node.property), node)
    else if (node.type === 'Identifier' && this.declaration && !isPrefixedToo(this.declaration.property, this.block))
      add(`${this.declaration.property}: ${node.name}`, features.property(this.declaration.property, node.name), node)
    else if (node.type === 'Function' && this.declaration)
      add(
        `${node.name}()`,
        [...features.function(node.name), ...features.property(this.declaration.property, node.name)],
        node,
      )
    else if (node.type === 'Dimension') add(node.unit, features.unit(node.unit.toLowerCase()), node)
  }
  walk(tree, enter)
  return [...unread, ...uses]
}

function isPrefixedToo(property: string, block: CssNode | null): boolean {
  if (block?.type !== 'Block') return false
  return block.children.some(
    (node) =>
      node.type === 'Declaration' && ['-webkit-', '-moz-'].some((prefix) => node.property === prefix + property),
  )
}
