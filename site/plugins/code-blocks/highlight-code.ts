import Prism, { type Grammar, type Token, type TokenStream } from 'prismjs'
import loadLanguages from 'prismjs/components/index.js'
import { colourOf } from './colour-of.ts'
import { plainColour } from './colours.ts'

interface Run {
  readonly colour: string
  readonly text: string
}

/** A language that Prism does not know stays plain; its warning would end up among those of the build. */
loadLanguages.silent = true

/**
 * The highlighting of a block of code: for each line the runs of one colour, as letter and length, with commas between lines. `def f():`
 * is `r3i1I1s3` in Python. Plain runs at the end of a line are left out; plain code gives an empty string.
 */
export function highlightCode(code: string, language: string): string {
  return splitLines(spread(tokenize(code, language.toLowerCase()), []))
    .map((runs) => runs.map(({ colour, text }) => `${colour}${text.length}`).join(''))
    .map((line) => line.replace(new RegExp(`${plainColour}\\d+$`), ''))
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
  if (typeof tokens === 'string') return [{ colour: colourOf(names), text: tokens }]
  if (Array.isArray(tokens)) return tokens.flatMap((token) => spread(token, names))
  return spread(tokens.content, [...names, ...namesOf(tokens)])
}

const namesOf = ({ type, alias }: Token): string[] => [type, alias].flat().filter((name) => name !== '')

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { colour, text } of runs)
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.push(append(lines.pop() ?? [], { colour, text: piece }))
    }
  return lines
}

/** Two runs of one colour side by side are one. */
function append(line: Run[], run: Run): Run[] {
  const last = line.at(-1)
  if (run.text === '') return line
  return last?.colour === run.colour ? [...line.slice(0, -1), { ...run, text: last.text + run.text }] : [...line, run]
}
