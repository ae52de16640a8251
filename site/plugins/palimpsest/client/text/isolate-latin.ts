import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { locateMeasurements } from '../../../../../lib/lesson/index.ts'
import { isolated, joinQuotations } from './join-quotations.ts'

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
  String.raw`(?<quotation>${quotation})|(?:[±+−-](?=\d))?${letter}+(?:(?:${joiner}{1,3}|,(?=\d))${letter}+|${brackets})*(?: ?[%°]|\+\+|#)?`,
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
  parent.children = joinQuotations(children).flatMap(isolate) as typeof parent.children
}

function isolate(node: RootContent): Nodes[] {
  if (node.type === 'text') {
    return cutAtRuns(node.value)
  }
  if (node.type === 'inlineCode') {
    return [{ ...node, data: { ...node.data, hProperties: { dir: 'ltr' } } }]
  }
  if ('children' in node && node.data?.hName !== 'bdi') {
    isolateLatin(node)
  }
  return [node]
}

function cutAtRuns(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const { 0: found, index, groups } of text.matchAll(latinRun)) {
    const runs = groups?.['quotation'] === undefined ? cutAtMeasurements(found) : [{ start: 0, end: found.length }]
    for (const { start, end: stop } of runs) {
      const run = found.slice(start, stop)
      if (bareNumber.test(run)) continue
      if (index + start > end) {
        parts.push({ type: 'text', value: text.slice(end, index + start) })
      }
      parts.push(isolated({ type: 'text', value: run }))
      end = index + stop
    }
  }
  return end < text.length ? [...parts, { type: 'text', value: text.slice(end) }] : parts
}

/**
 * Where a word and a measurement have nothing but a space between them, they are two runs: "robot 1.2 m/s" says two things, one
 * after the other. "ROS 2" is one name, and "5 ms – 10 ms" one range.
 */
function cutAtMeasurements(run: string): { readonly start: number; readonly end: number }[] {
  const cuts = locateMeasurements(run).flatMap(({ start, end }) => [
    ...(/\p{L} $/u.test(run.slice(0, start)) ? [start - 1] : []),
    ...(/^ \p{L}/u.test(run.slice(end)) ? [end] : []),
  ])
  const begins = [0, ...cuts.map((cut) => cut + 1)]
  return begins.map((start, place) => ({ start, end: cuts[place] ?? run.length }))
}
