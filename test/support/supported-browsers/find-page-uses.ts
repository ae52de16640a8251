import type { Identifier } from '@mdn/browser-compat-data'
import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { Parser } from 'htmlparser2'
import { findLacking } from './find-lacking.ts'
import type { OldestVersions } from './oldest-versions.ts'
import type { Use } from './use.ts'

/** What a built page holds beside its markup. */
export interface PageParts {
  readonly uses: readonly Use[]
  /** The text of its own scripts. */
  readonly scripts: readonly string[]
  readonly sheets: readonly string[]
  /** The `style` attributes. */
  readonly styles: readonly string[]
}

/** Where a built page has elements or attributes that a supported browser does not know, and its scripts and styles. */
export function findPageUses(html: string, oldest: OldestVersions): PageParts {
  const uses: Use[] = []
  const texts = { script: [] as string[], style: [] as string[] }
  const styles = new Set<string>()
  let inside: keyof typeof texts | undefined
  const { elements, global_attributes: everywhere } = bcd.html
  const parser = new Parser({
    onopentag(name, attributes) {
      const isData = /json|importmap/.test(attributes['type'] ?? '')
      inside = name === 'style' || (name === 'script' && !isData && attributes['src'] === undefined) ? name : undefined
      if (inside) texts[inside].push('')
      if (attributes['style']) styles.add(attributes['style'])
      const known = (from: Identifier | undefined, part: string): void => {
        const lacking = findLacking(from?.[part], oldest)
        const at = parser.startIndex
        const feature = from === elements ? `<${part}>` : `<${name} ${part}>`
        if (lacking.length > 0) uses.push({ feature, lacking, at, around: html.slice(Math.max(0, at - 160), at + 160) })
      }
      known(elements, name)
      for (const attribute of Object.keys(attributes))
        known(elements?.[name]?.[attribute] ? elements[name] : everywhere, attribute)
    },
    ontext(text) {
      if (inside) texts[inside].push((texts[inside].pop() ?? '') + text)
    },
    onclosetag() {
      inside = undefined
    },
  })
  parser.end(html)
  return { uses, scripts: texts.script, sheets: texts.style, styles: [...styles] }
}
