import { controlCharacter } from '../../text/index.ts'
import type { OriginalReason } from '../../contract/index.ts'
import { readOriginal } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import { readVisible } from '../reading/read-visible.ts'
import type { Rule } from '../rule.ts'

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
  footnoteDefinition: { reason: 'malformed', message: 'Footnotes are not allowed; keep the placeholders.' },
  footnoteReference: { reason: 'malformed', message: 'Footnotes are not allowed; keep the placeholders.' },
  thematicBreak: { reason: 'malformed', message: 'Horizontal rules are not allowed.' },
}

/** Harm prevented: active or foreign content (HTML, images, headings with anchors of their own) in the learner's page. */
export const markup: Rule = (candidate, { masked }) => {
  const { nodeTypes, plainSource } = candidate
  const malformed = (message: string): Finding => ({ reason: 'malformed', message })
  return [
    ...Object.entries(refused).flatMap(([type, finding]) => (nodeTypes.has(type) ? [finding] : [])),
    ...(/(?<!\\)\[\^/.test(plainSource) ? [malformed('Footnotes are not allowed; keep the placeholders.')] : []),
    ...(countDollars(plainSource) > countDollars(readOriginal(masked).plainSource)
      ? [malformed('Formulas are not allowed; keep the placeholders. Write \\$ for a dollar sign.')]
      : []),
    ...(controlCharacter.test(readVisible(candidate)) ? [malformed('Control characters are not allowed.')] : []),
  ]
}

/** Dollar signs that begin or end a formula, be it with a formula of the author's. */
const countDollars = (text: string): number => text.match(/(?<!\\)\$/g)?.length ?? 0
