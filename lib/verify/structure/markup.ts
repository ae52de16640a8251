import { controlCharacter } from '../../text/index.ts'
import type { OriginalReason } from '../../contract/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import { readVisible } from '../reading/read-visible.ts'
import type { Rule } from '../rule.ts'

const noFootnotes = 'Footnotes are not allowed; keep the placeholders.'

const refused: Readonly<Record<string, { readonly reason: OriginalReason; readonly message: string }>> = {
  html: { reason: 'html', message: 'HTML is not allowed; write Markdown.' },
  code: {
    reason: 'fenced',
    message: 'Code blocks are not allowed; keep the placeholders, and wrap nothing in a fence.',
  },
  heading: { reason: 'malformed', message: 'Headings are not allowed in the text.' },
  image: { reason: 'malformed', message: 'Images are not allowed; keep the placeholders.' },
  imageReference: { reason: 'malformed', message: 'Images are not allowed; keep the placeholders.' },
  definition: { reason: 'malformed', message: 'Link definitions are not allowed; write [text](link:1).' },
  linkReference: { reason: 'malformed', message: 'Reference links are not allowed; write [text](link:1).' },
  footnoteDefinition: { reason: 'malformed', message: noFootnotes },
  footnoteReference: { reason: 'malformed', message: noFootnotes },
  thematicBreak: { reason: 'malformed', message: 'Horizontal rules are not allowed.' },
}

/** Prevents active or foreign content (HTML, images, headings with their own anchors) in the learner's page. */
export const markup: Rule = ({ masked }) => {
  const author = readOriginal(masked).plainSource
  let [dollars, calls] = [0, 0]
  return {
    part: (part) => {
      dollars += countMatches(part.plainSource, dollar)
      calls += countMatches(part.plainSource, footnoteCall)
      return [
        ...findRefused(part),
        ...(calls > countMatches(author, footnoteCall) ? [malformed(noFootnotes)] : []),
        ...(dollars > countMatches(author, dollar) ? [malformed(noFormulas)] : []),
        ...(controlCharacter.test(readVisible(part)) ? [malformed('Control characters are not allowed.')] : []),
      ]
    },
  }
}

const findRefused = ({ nodeTypes }: Candidate): Finding[] =>
  Object.entries(refused).flatMap(([type, finding]) => (nodeTypes.has(type) ? [finding] : []))

const noFormulas = 'Formulas are not allowed; keep the placeholders. Write \\$ for a dollar sign.'
/** Dollar signs, which could start or end a formula, even together with one of the author's. */
const dollar = /(?<!\\)\$/g
const footnoteCall = /(?<!\\)\[\^/g

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const malformed = (message: string): Finding => ({ reason: 'malformed', message })
