import type { ListItem, Nodes, Parents, TableRow } from 'mdast'
import { createElement, Fragment, type ElementType, type ReactNode } from 'react'

/** The components that show some elements, by the element's name; the others are shown as they are. */
export type Parts = Readonly<Partial<Record<string, ElementType>>>

interface Means {
  readonly element: (name: string, props?: object | null, ...children: readonly ReactNode[]) => ReactNode
  readonly show: (node: Nodes) => ReactNode
}
type Show<Type> = (node: Extract<Nodes, { readonly type: Type }>, means: Means) => ReactNode

/**
 * The React elements of a rewrite's syntax tree; a node's `data.hName` and `hProperties` say what else to make of it. What no
 * rewrite may have (HTML, images, definitions) is not shown, and of links only the lesson's own numbers are followed.
 */
export function showTree(tree: Nodes, parts: Parts = {}): ReactNode {
  const means: Means = {
    element: (name, props, ...children) => createElement(parts[name] ?? name, props, ...children),
    show(node) {
      const name = node.data?.hName
      if (name !== undefined) return means.element(name, node.data?.hProperties, ...childrenOf(node, means))
      const showThis = shows[node.type] as ((node: Nodes, means: Means) => ReactNode) | undefined
      return showThis?.(node, means)
    },
  }
  return means.show(tree)
}

const childrenOf = (node: Nodes, { show }: Means): ReactNode[] => ('children' in node ? node.children.map(show) : [])

/** Each on a line of its own, so that the words of two never stand together. */
const linesOf = ({ children }: Parents, { show }: Means): ReactNode[] =>
  children.flatMap((child) => [show(child), '\n'])

const as =
  (name: string) =>
  (node: Nodes, means: Means): ReactNode =>
    means.element(name, null, ...childrenOf(node, means))

/** How each kind of node is shown; the others are not. */
const shows: { readonly [Type in Nodes['type']]?: Show<Type> } = {
  root: (node, means) => createElement(Fragment, null, ...linesOf(node, means).slice(0, -1)),
  paragraph: as('p'),
  emphasis: as('em'),
  strong: as('strong'),
  delete: as('del'),
  linkReference: (node, means) => createElement(Fragment, null, ...childrenOf(node, means)),
  heading: (node, means) => as(`h${node.depth}`)(node, means),
  text: ({ value }) => value.replaceAll(/[ \t]*(\r?\n|\r)[ \t]*/g, '$1'),
  inlineCode: ({ value, data }, { element }) => element('code', data?.hProperties, value.replaceAll(/\r?\n|\r/g, ' ')),
  code: ({ value }, { element }) => element('pre', null, element('code', null, `${value}\n`)),
  link: (node, means) =>
    means.element('a', { href: keepLinkNumber(node.url), title: node.title }, ...childrenOf(node, means)),
  blockquote: (node, means) => means.element('blockquote', null, ...linesOf(node, means)),
  break: (_, { element }) => createElement(Fragment, null, element('br'), '\n'),
  thematicBreak: (_, { element }) => element('hr'),
  list(node, means) {
    const { children, ordered, spread, start } = node
    const loose = spread === true || children.some((item) => item.spread)
    const className = children.some(isTask) ? 'contains-task-list' : undefined
    const props = { className, start: start === 1 ? undefined : start }
    const items = children.flatMap((item) => [showItem(item, loose, means), '\n'])
    return means.element(ordered ? 'ol' : 'ul', props, ...items)
  },
  table({ align, children }, means) {
    const [head, ...rows] = children.map((row, place) => showRow(row, place === 0 ? 'th' : 'td', align ?? [], means))
    const body = rows.length > 0 && means.element('tbody', null, ...rows)
    return means.element('table', null, means.element('thead', null, head), body)
  },
}

const isTask = ({ checked }: ListItem): boolean => typeof checked === 'boolean'

/** In a list without gaps, the paragraphs of an item are running text. */
function showItem(item: ListItem, loose: boolean, means: Means): ReactNode {
  const content = item.children.flatMap((child) => {
    const running = !loose && child.type === 'paragraph' && child.data?.hName === undefined
    return [...(running ? childrenOf(child, means) : [means.show(child)]), '\n']
  })
  if (!isTask(item)) return means.element('li', null, ...content.slice(0, -1))
  const box = means.element('input', { type: 'checkbox', checked: item.checked, disabled: true })
  return means.element('li', { className: 'task-list-item' }, box, ' ', ...content.slice(0, -1))
}

function showRow(row: TableRow, cell: 'th' | 'td', align: readonly (string | null)[], means: Means): ReactNode {
  const cells = row.children.map((node, column) => {
    const style = align[column] ? { textAlign: align[column] } : undefined
    return means.element(cell, { style }, ...childrenOf(node, means))
  })
  return means.element('tr', null, ...cells)
}

/** Every other address is dropped. */
export function keepLinkNumber(url: string): string {
  return /^link:\d+$/.test(url) ? url : ''
}
