interface Element {
  readonly type: string
  readonly properties?: Record<string, unknown>
  readonly children?: readonly Element[]
}

/** A rehype plugin: a formula that is wider than the page scrolls by itself, so the keyboard must be able to reach it. */
export function focusableFormulas(): (tree: Element) => void {
  const visit = ({ properties, children = [] }: Element): void => {
    const classes = properties?.['className']
    if (properties && Array.isArray(classes) && classes.includes('katex-display')) properties['tabIndex'] = 0
    for (const child of children) visit(child)
  }
  return visit
}
