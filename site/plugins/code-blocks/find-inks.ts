import Prism, { type Grammar, type Token, type TokenStream } from 'prismjs'
import loadLanguages from 'prismjs/components/index.js'
import { inkOf } from './ink-of.ts'
import { plainInk } from './inks.ts'

interface Run {
  readonly ink: string
  readonly text: string
}

/** A language that Prism does not know stays plain; its warning would end up among those of the build. */
loadLanguages.silent = true

/**
 * What a block of code is set in: for each line the runs of one ink, as letter and length, the lines parted by commas. `def f():`
 * is `r3i1I1s3` in Python. Plain ink at the end of a line is left out, and
 * code that is plain altogether leaves nothing.
 */
export function findInks(code: string, language: string): string {
  return splitLines(spread(tokenize(code, language.toLowerCase()), []))
    .map((runs) => runs.map(({ ink, text }) => `${ink}${text.length}`).join(''))
    .map((line) => line.replace(new RegExp(`${plainInk}\\d+$`), ''))
    .join(',')
    .replace(/^,+$/, '')
}

/** With the hooks by which some languages, Markdown and JSX among them, finish their tokens. */
function tokenize(code: string, language: string): TokenStream {
  const grammar = findGrammar(language)
  if (grammar === undefined) return code
  const steps = { code, grammar, language, tokens: [] as TokenStream }
  Prism.hooks.run('before-tokenize', steps)
  steps.tokens = Prism.tokenize(steps.code, steps.grammar)
  Prism.hooks.run('after-tokenize', steps)
  return steps.tokens
}

function findGrammar(language: string): Grammar | undefined {
  if (!Object.hasOwn(Prism.languages, language)) loadLanguages(language)
  return Object.hasOwn(Prism.languages, language) ? Prism.languages[language] : undefined
}

function spread(tokens: TokenStream, names: readonly string[]): Run[] {
  if (typeof tokens === 'string') return [{ ink: inkOf(names), text: tokens }]
  if (Array.isArray(tokens)) return tokens.flatMap((token) => spread(token, names))
  return spread(tokens.content, [...names, ...namesOf(tokens)])
}

const namesOf = ({ type, alias }: Token): string[] => [type, alias].flat().filter((name) => name !== '')

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { ink, text } of runs)
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.push(append(lines.pop() ?? [], { ink, text: piece }))
    }
  return lines
}

/** Two runs of one ink side by side are one. */
function append(line: Run[], run: Run): Run[] {
  const last = line.at(-1)
  if (run.text === '') return line
  return last?.ink === run.ink ? [...line.slice(0, -1), { ...run, text: last.text + run.text }] : [...line, run]
}
