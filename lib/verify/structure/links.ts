import type { Finding } from '../finding.ts'
import type { Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** A link's placeholder, which is restored wherever it is. */
const writtenTarget = /\]\(link:\d+\)/g

/** Prevents a link to a target that the author never named, and the loss of one of the author's links. */
export const links: Rule = ({ masked }) => {
  const wanted = masked.links.map(({ number }) => `link:${number}`)
  const part = ({ links: found, markdown }: Candidate): Finding[] => {
    const unknown = found.find(({ target }) => !wanted.includes(target))
    if (unknown)
      return [
        { reason: 'link-unknown', message: `The link target "${unknown.target.slice(0, 80)}" is not in the section.` },
      ]
    const written = markdown.match(writtenTarget) ?? []
    return written.length !== found.length || found.some(({ plain }) => !plain)
      ? [{ reason: 'malformed', message: 'Write every link as [text](link:1), with nothing else in its brackets.' }]
      : []
  }
  return {
    part,
    whole: (text) => {
      const wrong = part(text)
      if (wrong.length > 0) return wrong
      const missing = wanted.filter((target) => !text.links.some((link) => link.target === target))
      return missing.length === 0
        ? []
        : [{ reason: 'link-missing', message: `Missing: ${missing.map((target) => `[…](${target})`).join(', ')}.` }]
    },
  }
}
