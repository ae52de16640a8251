import { Parser } from 'acorn'
import acornJsx from 'acorn-jsx'
import type remarkMdx from 'remark-mdx'

type Acorn = NonNullable<NonNullable<Parameters<typeof remarkMdx>[0]>['acorn']>

/** What an expression costs besides its lines, in lines. */
const lineShare = 75
/** What it costs that a text is no expression: an error is made, with all that stands above it. */
const failureWork = 30_000

/**
 * Ends the whole parse. MDX takes what its parser throws for a text that may go on, and asks for its place (`pos`) first: asked,
 * this is thrown again, past MDX.
 */
class WorkSpent extends RangeError {
  get pos(): never {
    throw this
  }
}

/** Parses the expressions and modules of MDX until that has taken as much work as it may, and then no more. */
export interface BoundedAcorn {
  readonly acorn: Acorn
  /** From here on so much may be done: the sum of characters times lines (and some), over all that is parsed. */
  readonly begin: (workMax: number) => void
  readonly isSpent: () => boolean
}

/**
 * The parser of JavaScript for remark-mdx. MDX finds the end of an expression by parsing all of it again at each `}`, and that of
 * a module at each blank line, and looks line by line for the place of each node: some thousand characters can take minutes.
 */
export function createBoundedAcorn(): BoundedAcorn {
  const parser = Parser.extend(acornJsx())
  let left = 0
  const spend = <Parsed>(source: string, parse: () => Parsed): Parsed => {
    left -= source.length * (lineShare + (source.match(/\n/g)?.length ?? 0))
    if (left < 0) throw new WorkSpent('The expressions take more work than they may')
    try {
      return parse()
    } catch (error) {
      left -= failureWork
      throw error
    }
  }
  return {
    acorn: {
      parse: (source, options) => spend(source, () => parser.parse(source, options)),
      parseExpressionAt: (source, position, options) =>
        spend(source, () => parser.parseExpressionAt(source, position, options)),
    },
    begin: (workMax) => (left = workMax),
    isSpent: () => left < 0,
  }
}
