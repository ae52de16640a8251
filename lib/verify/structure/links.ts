import type { Rule } from '../rule.ts'

/** A link's target as it is put back, wherever it stands. */
const writtenTarget = /\]\(link:\d+\)/g

/** Harm prevented: a link to a place the author never named, or one of the author's links lost. */
export const links: Rule = ({ links: found, markdown, partial }, { masked }) => {
  const wanted = masked.links.map(({ number }) => `link:${number}`)
  const unknown = found.find(({ target }) => !wanted.includes(target))
  if (unknown)
    return [
      { reason: 'link-unknown', message: `The link target "${unknown.target.slice(0, 80)}" is not in the section.` },
    ]
  const written = markdown.match(writtenTarget) ?? []
  if (written.length !== found.length || found.some(({ plain }) => !plain))
    return [{ reason: 'malformed', message: 'Write every link as [text](link:1), with nothing else in its brackets.' }]
  const missing = partial ? [] : wanted.filter((target) => !found.some((link) => link.target === target))
  return missing.length === 0
    ? []
    : [{ reason: 'link-missing', message: `Missing: ${missing.map((target) => `[…](${target})`).join(', ')}.` }]
}
