import personalize from '../../api/personalize.ts'
import { findCostly } from '../../lib/lesson/index.ts'
import { markdownGrowths } from './markdown-growths.ts'
import type { Services } from './start-services.ts'
import { send, type WorstRequest } from './worst-requests.ts'

const call = 'POST /api/personalize'
/** The most expensive texts that are accepted, and those that once took seconds. */
const names = [
  'short paragraphs',
  'setext headings',
  'lazy quotation',
  'templates nested',
  'braces in a text',
  'list nested to ten levels',
  'table of many rows',
  'images nested',
  'headings of sections',
] as const

/** An integrator's texts, as a request brings them: each as long as it may be, and one that is refused. */
export function listWorstTexts({ learner, key }: Services): WorstRequest[] {
  return names.flatMap((name) => {
    const grow = markdownGrowths[name]
    if (grow === undefined) throw new Error(`There is no kind of text called "${name}"`)
    let length = 24_000
    while (findCostly(grow(length)) !== undefined) length = Math.floor(length * 0.9)
    return [length, 200_000].map((characters) => {
      const body = JSON.stringify({ lesson_slug: 'mine/a', original_content: grow(characters) })
      const headers = { 'x-user-id': learner, authorization: `Bearer ${key}`, accept: 'text/event-stream' }
      return {
        call: `${call}, with a key`,
        what: `${name}, ${characters.toLocaleString('en')} characters`,
        send: () => send(personalize, { call, headers, body }),
      }
    })
  })
}
