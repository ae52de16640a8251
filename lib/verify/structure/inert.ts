import { visit } from 'unist-util-visit'
import { cutInlineRuns, splitAdmonitionLine, splitCodeSpans } from '../../lesson/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/**
 * Harm prevented: a text that acts where it is put, as HTML or as MDX. `makeInert` takes the effect of what has another
 * spelling; this turns down what has none, and texts that it would misread.
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

/** Where a text has none of these, it makes no difference what is taken for code. */
const actingSign = /[<{=]|:.*\[/

/** `makeInert` finds code without a parser: what it takes for code, Markdown must. */
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

/** A tag with something behind its name, which HTML takes for attributes, closed or not. */
const tagWithAttributes = /<[a-z][^\s/>]*[\s/]+[^\s/>]/i

/** HTML knows no backticks: a tag that the section's own code does not have would be an element of the model's. */
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

/** A heading leaves as plain text, too: its words with a sign of HTML or MDX are the author's. */
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
