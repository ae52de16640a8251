import { createProcessor } from '@mdx-js/mdx'
import { fromHtml } from 'hast-util-from-html'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { visit } from 'unist-util-visit'

/** Attributes that run, fetch, send, or lie over the page, if they have a value. */
const actingAttribute =
  /^(?:on[a-z]+|src|srcset|srcdoc|href|xlinkhref|action|formaction|data|style|http-?equiv|poster|background|ping)$/i
const scriptAddress = /^[\s\p{Cc}]*(?:javascript|vbscript|data)\s*:/iu

/** The elements that a browser makes of a text that is set as HTML, and their attributes that could act. */
export function readAsHtml(text: string): Set<string> {
  const found = new Set<string>()
  visit(fromHtml(text, { fragment: true }), 'element', ({ tagName, properties }) => {
    // Code that leaves a tag open (`a<b`) makes an element by a name with a backtick in it, which only its attributes could have act.
    if (/^[\w-]+$/.test(tagName)) found.add(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      if (actingAttribute.test(name) && value !== '') found.add(`${name}=${String(value)}`)
      if (scriptAddress.test(String(value))) found.add(String(value))
    }
  })
  return found
}

/** The same of what a renderer of CommonMark and GFM makes of it that lets HTML through. */
export const readAsMarkdown = (text: string): Set<string> =>
  readAsHtml(
    micromark(text, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    }),
  )

interface MdxNode {
  readonly type: string
  readonly name?: string | null
  readonly value?: string
  readonly attributes?: object | null | undefined
  readonly children?: readonly unknown[]
}

const mdx = createProcessor({ remarkPlugins: [remarkGfm, remarkMath, remarkDirective] })

/**
 * The code, elements and directives that MDX finds in a text. Directives of a mere name are left out: Docusaurus makes
 * text of them again.
 *
 * @throws when it does not compile.
 */
export function readAsMdx(text: string): Set<string> {
  const found = new Set<string>()
  visit(mdx.parse(text), (node: MdxNode) => {
    const { type, name = '', value = '', attributes = [], children = [] } = node
    if (!/^mdx|Directive$/.test(type)) return
    const given = Object.entries(attributes ?? {}).map(([key, each]) => JSON.stringify({ [key]: each }))
    if (type === 'textDirective' && children.length + given.length === 0) return
    for (const attribute of ['', ...given]) found.add([type, name, value, attribute].join(' ').trim())
  })
  mdx.processSync(text)
  return found
}
