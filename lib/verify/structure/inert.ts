import { visit } from 'unist-util-visit'
import { cutInlineRuns, splitAdmonitionLine, splitCodeSpans } from '../../lesson/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/**
 * Prevents a text that acts as HTML or MDX where it is inserted. `makeInert` escapes what can be escaped; this rule
 * rejects what cannot, and texts that `makeInert` would misread.
 */
export const inert: Rule = (task) => {
  let [hasSigns, hasMisread] = [false, false]
  return {
    part: (part) => {
      hasSigns ||= actingSign.test(part.markdown)
      hasMisread ||= misreadsCode(part)
      return [
        ...(hasSigns && hasMisread ? [malformed('Close every ` in the sentence in which it begins.')] : []),
        ...foreignTags(part, task),
        ...foreignHeading(part, task),
        ...foreignAttributes(part, task),
      ]
    },
  }
}

/** A text without these acts nowhere, whatever is taken for code. */
const actingSign = /[<{=]|:.*\[/

/** `makeInert` finds code without a parser: true if Markdown does not read the same parts as code. */
function misreadsCode({ tree, markdown }: Candidate): boolean {
  if (!markdown.includes('`')) return false
  const parsed: string[] = []
  visit(tree, 'inlineCode', ({ position }) => {
    parsed.push(markdown.slice(position?.start.offset, position?.end.offset))
  })
  const found = cutInlineRuns(markdown)
    .flatMap(splitCodeSpans)
    .filter(({ isCode }) => isCode)
  return found.length !== parsed.length || found.some(({ text }, index) => text !== parsed[index])
}

/** A tag with text after its name, which HTML reads as attributes, closed or not. */
const tagWithAttributes = /<[a-z][^\s/>]*[\s/]+[^\s/>]/i

/**
 * Finds tags in code that the section's own code does not have: HTML ignores backticks and would make elements of them.
 */
function foreignTags({ codeSpans }: Candidate, { masked }: WritingTask): Finding[] {
  const own = [
    ...readOriginal(masked).codeSpans,
    ...masked.slots.filter(({ kind }) => kind === 'code').map(({ content }) => content),
  ].map(onOneLine)
  return codeSpans
    .filter((code) => tagWithAttributes.test(code) && !own.some((text) => text.includes(onOneLine(code))))
    .map((code) => ({
      reason: 'html',
      message: `\`${code.slice(0, 80)}\` is not code of this section; name the element alone, without its attributes.`,
    }))
}

const onOneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').trim()

/**
 * Finds words with characters of HTML or MDX in a heading that the author's heading does not have, since a heading is
 * also sent as plain text.
 */
function foreignHeading({ heading = '' }: Candidate, { section }: WritingTask): Finding[] {
  const known = [section.heading?.markdown, section.heading?.text].join(' ')
  const words = heading.replaceAll('`', '').split(/\s+/)
  return words.every((word) => !/[<{}]/.test(word) || known.includes(word))
    ? []
    : [malformed('Words of the heading with <, { or } must stand as they are in the section’s heading.')]
}

function foreignAttributes({ markdown }: Candidate, { masked }: WritingTask): Finding[] {
  const added = cutInlineRuns(markdown)
    .map((run) => splitAdmonitionLine(run)?.attributes.trim() ?? '')
    .find((attributes) => !masked.text.includes(attributes))
  return added === undefined
    ? []
    : [malformed(`Leave ${added.slice(0, 80)} out: the author's admonition has no such attributes.`)]
}

const malformed = (message: string): Finding => ({ reason: 'malformed', message })
