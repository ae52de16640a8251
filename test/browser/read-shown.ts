import type { Page } from 'playwright-core'

/**
 * What a lesson shows, section by section, as plain HTML: texts, links, code, formulas, ids, the classes of admonitions, and
 * whether a list has gaps; without what only one of the views has around them.
 */
export function readShown(page: Page): Promise<Record<string, string>> {
  return page
    .getByRole('tabpanel')
    .first()
    .evaluate((panel) => {
      const kept = new Set(
        'P UL OL LI A CODE PRE STRONG EM DEL KBD H2 H3 BLOCKQUOTE TABLE THEAD TBODY TR TH TD BR HR IMG SUP'.split(' '),
      )
      const left = 'button, svg, style, script, [hidden], [role="group"], .hash-link, output'
      const attributesOf = (element: Element): string =>
        ['id', 'href', 'src', 'start']
          .map((name) => [name, element.getAttribute(name) ?? ''])
          .filter(([name, value]) => value !== '' && (name !== 'id' || element.matches('h2, h3, .theme-admonition')))
          .map(([name, value]) => ` ${name}="${value}"`)
          .join('')
      const admonition = (element: Element): string => {
        const classes = [...element.classList].filter((name) => !name.includes('_')).toSorted()
        return `<note class="${classes.join(' ')}"${attributesOf(element)}>${contentOf(element)}</note>`
      }
      const show = (node: Node): string => {
        if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
        if (!(node instanceof Element) || node.matches(left)) return ''
        if (node.matches('.katex')) return `$${node.querySelector('annotation')?.textContent ?? ''}$`
        if (node.matches('.theme-admonition')) return admonition(node)
        if (node.matches('pre')) return `<pre>${node.textContent}</pre>`
        const name = node.tagName
        return kept.has(name)
          ? `<${name.toLowerCase()}${attributesOf(node)}>${contentOf(node)}</${name.toLowerCase()}>`
          : contentOf(node)
      }
      const contentOf = (element: Element): string => [...element.childNodes].map(show).join('').trim()
      const tidy = (html: string): string =>
        html.replace(/\s*(<\/?(?:p|ul|ol|li|note|pre|blockquote)\b[^>]*>)\s*/g, '$1')
      return Object.fromEntries([
        ...[...panel.querySelectorAll('[data-section]')].map((section) => [
          section.getAttribute('data-section') ?? '',
          tidy(contentOf(section)),
        ]),
        ['headings', [...panel.querySelectorAll('h2, h3')].map(show).join('\n')],
      ])
    })
}
