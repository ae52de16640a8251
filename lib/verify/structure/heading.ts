import type { Heading } from '../../lesson/index.ts'
import { readHeading, type Candidate, type ReadHeading } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import { oncePer } from '../once-per.ts'
import { nothing, type Rule } from '../rule.ts'

const headingLengthMax = 200
/** Characters that form anchors, placeholders, expressions and formulas; a heading is restored as it is written. */
const specialCharacters = '<{}$\\[]'
const plainTypes = new Set(['root', 'heading', 'text', 'inlineCode', 'emphasis', 'strong'])

/** Prevents a translated section under an untranslated heading, or under one that lost its code or its link. */
export const heading: Rule = ({ kind, section, translating }) => {
  const author = section.heading
  if (!translating || kind !== 'section' || author === null || author.fixed) return { part: nothing }
  return {
    part: nothing,
    whole: (text) => {
      if (text.heading === undefined)
        return [{ reason: 'heading-missing', message: 'The first line must be "## " and the translated heading.' }]
      const original = readAuthorHeading(author)
      return isPlain(text, { author, original })
        ? compareParts(text.head, original)
        : [malformed('The heading must be a short line of plain text.')]
    },
  }
}

const readAuthorHeading = oncePer(({ markdown, text }: Heading) => readHeading(markdown ?? text))

interface Author {
  readonly author: Heading
  readonly original: ReadHeading
}

function isPlain({ heading: found = '', head }: Candidate, { author, original }: Author): boolean {
  const known = author.markdown ?? author.text
  const special = [...head.plainSource].filter((character) => specialCharacters.includes(character))
  return (
    found.length <= Math.max(headingLengthMax, known.length * 2) &&
    special.every((character) => original.plainSource.includes(character)) &&
    [...head.nodeTypes].every((type) => plainTypes.has(type) || original.nodeTypes.has(type))
  )
}

function compareParts(head: ReadHeading, original: ReadHeading): Finding[] {
  const code = original.codeSpans.filter((span) => !head.codeSpans.includes(span))
  const targets = ({ links }: ReadHeading): string[] => links.map(({ target }) => target).toSorted()
  const sameLinks = targets(head).join(' ') === targets(original).join(' ') && head.links.every(({ plain }) => plain)
  return [
    ...(code.length > 0 ? [malformed(`Keep in the heading: ${code.map((span) => `\`${span}\``).join(', ')}.`)] : []),
    ...(sameLinks
      ? []
      : [
          malformed(
            `Keep the heading's links: ${targets(original)
              .map((to) => `[…](${to})`)
              .join(', ')}.`,
          ),
        ]),
  ]
}

const malformed = (message: string): Finding => ({ reason: 'malformed', message })
