import { katexFiles } from './katex-files.ts'

interface Element {
  readonly type: string
  readonly tagName?: string
  readonly properties?: Record<string, unknown>
  readonly children?: Element[]
}

interface Options {
  readonly baseUrl: string
}

const classesOf = ({ properties }: Element): readonly unknown[] => {
  const classes = properties?.['className']
  return Array.isArray(classes) ? classes : []
}

/**
 * A rehype plugin, after KaTeX's: links the styles of formulas where there are any (React moves the link to the page's head,
 * and waits for it), and lets the keyboard reach a formula that is wider than the page and scrolls by itself.
 */
export function styleFormulas({ baseUrl }: Options): (tree: Element) => void {
  const visit = (element: Element): boolean => {
    const { properties, children = [] } = element
    const classes = classesOf(element)
    if (properties && classes.includes('katex-display')) properties['tabIndex'] = 0
    const inside = children.map(visit)
    return classes.includes('katex') || inside.includes(true)
  }
  return (tree) => {
    if (visit(tree)) tree.children?.push(buildLink(baseUrl))
  }
}

const buildLink = (baseUrl: string): Element => ({
  type: 'element',
  tagName: 'link',
  properties: {
    rel: ['stylesheet'],
    href: `${baseUrl}${katexFiles.address}/${katexFiles.styles}`,
    precedence: 'default',
  },
  children: [],
})
