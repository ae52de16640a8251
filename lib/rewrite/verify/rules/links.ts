import type { Rule } from '../rule.ts'

/** Harm prevented: a link to a place the author never named, or one of the author's links lost. */
export const links: Rule = ({ links: found, partial }, { masked }) => {
  const wanted = masked.links.map(({ number }) => `link:${number}`)
  const unknown = found.find((target) => !wanted.includes(target))
  if (unknown !== undefined)
    return [{ reason: 'link-unknown', message: `The link target "${unknown.slice(0, 80)}" is not in the section.` }]
  const missing = partial ? [] : wanted.filter((target) => !found.includes(target))
  return missing.length === 0
    ? []
    : [{ reason: 'link-missing', message: `Missing: ${missing.map((target) => `[…](${target})`).join(', ')}.` }]
}
