import { createHash } from 'node:crypto'

/** A script in the text of a page, and the source by which a Content-Security-Policy allows it. */
export interface InlineScript {
  /** For example `'sha256-…'`, with its quotes. */
  readonly source: string
  readonly text: string
}

const scriptElement = /<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi
const isElsewhere = /\ssrc\s*=/i
/** Blocks of data, such as `application/ld+json`, are never run. */
const isData = /\stype\s*=\s*["']?(?!module\b|text\/javascript\b|application\/javascript\b)[\w/+-]/i

/** The scripts that a browser would run from the text of a built page itself. */
export function findInlineScripts(html: string): InlineScript[] {
  return [...html.matchAll(scriptElement)].flatMap(({ groups: { attributes = '', text = '' } = {} }) =>
    isElsewhere.test(attributes) || isData.test(attributes) ? [] : [{ source: hashSource(text), text }],
  )
}

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
