import { Parser } from 'acorn'
import acornJsx from 'acorn-jsx'
import type remarkMdx from 'remark-mdx'

type Acorn = NonNullable<NonNullable<Parameters<typeof remarkMdx>[0]>['acorn']>

/** Fixed cost of parsing an expression, in lines. */
const lineShare = 75
/** Cost of a failed parse: an error is created, with its stack. */
const failureWork = 30_000

/**
 * Ends the whole parse. MDX catches its parser's errors and tries again with more text, but reads their `pos` first;
 * that getter throws, which MDX does not catch.
 */
class WorkLimitError extends RangeError {
  get pos(): never {
    throw this
  }
}

/** Parses the expressions and modules of MDX, up to a limit of work. */
export interface BoundedAcorn {
  readonly acorn: Acorn
  /** Sets the work allowed from now on: the sum of characters times lines over everything parsed, plus fixed costs. */
  readonly begin: (workMax: number) => void
  readonly isOverLimit: () => boolean
}

/**
 * The JavaScript parser for remark-mdx, with a limit. MDX finds the end of an expression by parsing all of it again at
 * each `}`, and of a module at each blank line, so that some thousand characters can take minutes.
 */
export function createBoundedAcorn(): BoundedAcorn {
  const parser = Parser.extend(acornJsx())
  let left = 0
  const spend = <Parsed>(source: string, parse: () => Parsed): Parsed => {
    left -= source.length * (lineShare + (source.match(/\n/g)?.length ?? 0))
    if (left < 0) throw new WorkLimitError('The expressions take more work than is allowed')
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
    isOverLimit: () => left < 0,
  }
}
