import type { Emphasis, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'

const letter = String.raw`[\p{Script=Latin}\p{Script=Greek}µ\d]`
const joiner = String.raw`[ \u00A0\-–_./:·×*=+'’°%^~<>≤≥≈→&@#|\\]`
const brackets = String.raw`\([^()\p{Script=Arabic}]{0,40}\)`

const latin = String.raw`[^“”\p{Script=Arabic}]{0,120}`
const latinWords = String.raw`(?=\S)${latin}\p{Script=Latin}${latin}(?<=\S)`
const opened = (mark: string): string => String.raw`(?<![^\s(])${mark}`
/** “In English order” is one run with its marks. Between Urdu's own marks, ”like this“, the run has all but them. */
const quotation = String.raw`${opened('“')}${latinWords}”|(?<=${opened('”')})${latinWords}(?=“)`

/** Words and numbers with their units and signs: "ROS 2", "0.5 N·m", "sense-think-act", "f(x)", "±5 °C", "1,000 Hz". */
const latinRun = new RegExp(
  String.raw`${quotation}|(?:[±+−-](?=\d))?${letter}+(?:(?:${joiner}{1,3}|,(?=\d))${letter}+|${brackets})*(?: ?[%°]|\+\+|#)?`,
  'gu',
)

/** A number without anything beside it reads the same in either direction. */
const bareNumber = /^\d+$/

/**
 * For text that runs from right to left: what is in Latin script reads from left to right and is kept from changing places
 * with its neighbours ("ms 100", "(x)f").
 */
export function isolateLatin(parent: Parents): void {
  const children: RootContent[] = parent.children
  parent.children = children.flatMap(isolate) as typeof parent.children
}

function isolate(node: RootContent): Nodes[] {
  if (node.type === 'text') {
    return cutAtRuns(node.value)
  }
  if (node.type === 'inlineCode') {
    return [{ ...node, data: { ...node.data, hProperties: { dir: 'ltr' } } }]
  }
  if ('children' in node) {
    isolateLatin(node)
  }
  return [node]
}

function cutAtRuns(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const { 0: run, index } of text.matchAll(latinRun)) {
    if (!bareNumber.test(run)) {
      if (index > end) {
        parts.push({ type: 'text', value: text.slice(end, index) })
      }
      parts.push(isolated(run))
      end = index + run.length
    }
  }
  return end < text.length ? [...parts, { type: 'text', value: text.slice(end) }] : parts
}

/** Emphasis by its type only: `hName` makes a `<bdi>` of it. */
function isolated(run: string): Emphasis {
  return {
    type: 'emphasis',
    children: [{ type: 'text', value: run }],
    data: { hName: 'bdi', hProperties: { dir: 'ltr' } },
  }
}
