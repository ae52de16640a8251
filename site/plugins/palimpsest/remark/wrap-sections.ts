import type { PlannedSection, SyntaxNode } from '../../../../lib/lesson/index.ts'
import { element } from './element.ts'
import { wrapSlots } from './wrap-slots.ts'

/**
 * Puts each section's body into `<Section id>`. Headings stay at the top level, where the table of contents looks for them,
 * and so do imports and exports, which MDX wants there.
 */
export function wrapSections(root: SyntaxNode, sections: readonly PlannedSection[]): void {
  root.children = sections.flatMap(sectionNodes)
}

function sectionNodes(section: PlannedSection): SyntaxNode[] {
  const { heading, nodes, body } = section
  const headEnd = body[0] === undefined ? nodes.length : nodes.indexOf(body[0])
  const head = [...(heading === null ? [] : [heading.node]), ...nodes.slice(0, headEnd)]
  if (body.length === 0) return head
  const content = wrapSlots(section)
  return [
    ...head,
    ...content.filter(isModuleCode),
    element(
      'Section',
      section.id,
      'block',
      content.filter((node) => !isModuleCode(node)),
    ),
    ...nodes.slice(headEnd + body.length),
  ]
}

function isModuleCode(node: SyntaxNode): boolean {
  return node.type === 'mdxjsEsm'
}
