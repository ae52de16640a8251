import { readFile } from 'node:fs/promises'
import preprocess from '@docusaurus/mdx-loader/lib/preprocessor.js'
import { type MDXPlugin, createProcessorUncached } from '@docusaurus/mdx-loader/lib/processor.js'
import type { MarkdownConfig } from '@docusaurus/types'
import { type ComponentType, type ReactNode, createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import remarkMath from 'remark-math'
import { normaliseSource, type SyntaxNode } from '../../../../../lib/lesson/index.ts'

/** Docusaurus' defaults, with its mermaid theme on, and links left alone. */
const markdownConfig: MarkdownConfig = {
  format: 'mdx',
  mermaid: true,
  emoji: true,
  mdx1Compat: { comments: true, admonitions: true, headingIds: true },
  anchors: { maintainCase: false },
  hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' },
  parseFrontMatter: async ({ fileContent }) => ({ ...normaliseSource(fileContent), content: fileContent }),
  remarkRehypeOptions: undefined,
}

type Components = Readonly<Record<string, ComponentType<{ children?: ReactNode; id?: string }>>>

export interface CompiledPage {
  /** The page's HTML, with white space between tags taken out. */
  readonly html: string
  /** Ids of the headings in the table of contents. */
  readonly anchors: readonly string[]
  /** The module's export `palimpsest`. */
  readonly palimpsest: unknown
}

/** MDX's way to make code that can be run without a bundler. */
const runnable = { outputFormat: 'function-body' }

/** Compiles a page as Docusaurus does, and renders it. `maths: false` is a site without remark-math. */
export async function compilePage(
  file: string,
  { plugins, components = {}, maths = true }: { plugins: MDXPlugin[]; components?: Components; maths?: boolean },
): Promise<CompiledPage> {
  const fileContent = await readFile(file, 'utf8')
  const processor = await createProcessorUncached({
    format: 'mdx',
    options: {
      ...runnable,
      markdownConfig,
      siteDir: '/site',
      staticDirs: [],
      admonitions: true,
      beforeDefaultRemarkPlugins: [...plugins, removeImports],
      remarkPlugins: maths ? [remarkMath] : [],
    },
  })
  const content = preprocess({ fileContent, filePath: file, markdownConfig, admonitions: true })
  const { frontMatter } = normaliseSource(fileContent)
  const page = await processor.process({ content, filePath: file, frontMatter, compilerName: 'server' })
  const module = await runPage(page.content, { ...runtime, useMDXComponents: () => provide(components) })
  const html = renderToStaticMarkup(createElement(module.default))
  return { html: withoutSpaceBetweenTags(html), anchors: module.toc.map(({ id }) => id), palimpsest: module.palimpsest }
}

interface PageModule {
  readonly default: ComponentType
  readonly toc: readonly { readonly id: string }[]
  readonly palimpsest?: unknown
}

async function runPage(code: string, scope: object): Promise<PageModule> {
  const AsyncFunction = Object.getPrototypeOf(runPage).constructor as new (
    code: string,
  ) => (scope: object) => Promise<PageModule>
  return new AsyncFunction(code)(scope)
}

/** Imports cannot be resolved here; what they name is given to the page instead. */
function removeImports() {
  return (root: SyntaxNode) => {
    root.children = root.children?.filter((node) => !(node.type === 'mdxjsEsm' && node.value?.startsWith('import')))
  }
}

function provide(components: Components): Components {
  const names = ['Tabs', 'TabItem', 'A', 'B', 'C', 'Figure', 'Wrapper', 'Inner', 'Item']
  const theirs = names.map((name) => [name, asElement(`x-${name.toLowerCase()}`)] as const)
  const ours = ['Section', 'Slot', 'Lock'].map((name) => [name, Passthrough] as const)
  const title = asElement('x-admonition-title')
  return {
    Details: asElement('details'),
    mdxAdmonitionTitle: title,
    ...Object.fromEntries([...theirs, ...ours]),
    ...components,
  }
}

function Passthrough({ children }: { children?: ReactNode }) {
  return createElement(Fragment, null, children)
}

/** Shows a component as an element of its own, so that its place can be seen in the HTML. */
export function asElement(name: string): ComponentType<{ children?: ReactNode; id?: string }> {
  return ({ children, id }) => createElement(name, { id }, children)
}

function withoutSpaceBetweenTags(html: string): string {
  return html.replace(/\s*\n\s*/g, '\n').replace(/\n(?=<)|(?<=>)\n/g, '')
}
