import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'

/** The same elements without their ids, for the second time that a page shows them: an id names one place. */
export function withoutIds(nodes: ReactNode): ReactNode {
  return Children.map(nodes, (node) => {
    if (!isValidElement(node)) {
      return node
    }
    const element = node as ReactElement<{ id?: string | undefined; children?: ReactNode }>
    const { id, children } = element.props
    const bare = typeof children === 'object' ? withoutIds(children) : children
    return id === undefined && bare === children ? node : cloneElement(element, { id: undefined, children: bare })
  })
}
