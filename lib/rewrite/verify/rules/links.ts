import type { Rule } from '../rule.ts'

/** A link as its target is put back; any other spelling of it would lead nowhere. */
const written = /\]\((link:\d+)\)/g

/** Harm prevented: a link to a place the author never named, or one of the author's links lost. */
export const links: Rule = ({ links: found, markdown, partial }, { masked }) => {
  const wanted = masked.links.map(({ number }) => `link:${number}`)
  const unknown = found.find((target) => !wanted.includes(target))
  if (unknown !== undefined)
    return [{ reason: 'link-unknown', message: `The link target "${unknown.slice(0, 80)}" is not in the section.` }]
  const targets = [...markdown.matchAll(written)].map(([, target = '']) => target)
  if (targets.length !== found.length || targets.some((target, index) => target !== found[index]))
    return [{ reason: 'malformed', message: 'Write every link as [text](link:1), with nothing else in its brackets.' }]
  const missing = partial ? [] : wanted.filter((target) => !found.includes(target))
  return missing.length === 0
    ? []
    : [{ reason: 'link-missing', message: `Missing: ${missing.map((target) => `[…](${target})`).join(', ')}.` }]
}
