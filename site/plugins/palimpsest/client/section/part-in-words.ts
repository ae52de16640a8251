import { translate } from '@docusaurus/Translate'
import MDXComponents from '@theme/MDXComponents'
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'

/** The name of a part that no rewrite may change, in brackets: it stands for the part where only words are compared. */
export function partInWords(part: ReactNode): string {
  switch (kindOf(part)) {
    case 'code':
      return translate({ id: 'palimpsest.part.code', message: '[code]' })
    case 'figure':
      return translate({ id: 'palimpsest.part.figure', message: '[figure]' })
    case 'formula':
      return translate({ id: 'palimpsest.part.formula', message: '[formula]' })
    default:
      return translate({ id: 'palimpsest.part.other', message: '[protected part]' })
  }
}

const figures = new Set<unknown>(['img', 'svg', MDXComponents.img, MDXComponents['mermaid']])
const code = new Set<unknown>(['pre', MDXComponents.pre])

function kindOf(part: ReactNode): 'code' | 'figure' | 'formula' | undefined {
  for (const node of Children.toArray(part)) {
    if (isValidElement(node)) {
      const { type, props } = node as ReactElement<{ className?: unknown; children?: ReactNode }>
      if (code.has(type)) {
        return 'code'
      }
      if (figures.has(type)) {
        return 'figure'
      }
      if (typeof props.className === 'string' && props.className.startsWith('katex')) {
        return 'formula'
      }
      const inner = kindOf(props.children)
      if (inner) {
        return inner
      }
    }
  }
  return undefined
}
