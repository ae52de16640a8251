import { highlightCode } from './highlight-code.ts'

interface Element {
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Record<string, unknown>
  readonly children?: readonly Element[]
}

/**
 * A rehype plugin: stores with each fenced block of code its highlighting, so that no page needs Prism.
 * `src/theme/CodeBlock` reads it.
 */
export function highlightBlocks(): (tree: Element) => void {
  const visit = (element: Element): void => {
    if (element.tagName === 'pre') element.children?.forEach(highlight)
    element.children?.forEach(visit)
  }
  return visit
}

function highlight({ tagName, properties = {}, children = [] }: Element): void {
  const language = findLanguage(properties['className'])
  const code = children[0]?.value
  if (tagName === 'code' && language !== undefined && code !== undefined)
    properties['highlighting'] = highlightCode(code, language)
}

function findLanguage(classes: unknown): string | undefined {
  const names = Array.isArray(classes) ? classes.map(String) : []
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length)
}
