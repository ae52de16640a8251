import type { Data } from 'unified'

type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number]
type ConstructRecord = NonNullable<MicromarkExtension['text']>
type Construct = Exclude<NonNullable<ConstructRecord[number]>, unknown[]>
type Tokenize = Construct['tokenize']
type State = Parameters<Tokenize>[1]
type Code = Parameters<State>[0]

const opening = '<!--'
const closing = '-->'

/**
 * Parses HTML comments, which MDX refuses and Docusaurus allows (@slorber/remark-comment). Each becomes an `html` node.
 * A comment that starts a line must end it, too: Docusaurus allows text after it, and loses a character.
 */
export const commentSyntax: MicromarkExtension = {
  flow: { 60: { name: 'commentFlow', concrete: true, tokenize: commentTokenizer('htmlFlow', 'htmlFlowData') } },
  text: { 60: { name: 'commentText', tokenize: commentTokenizer('htmlText', 'htmlTextData') } },
}

function commentTokenizer(node: 'htmlFlow' | 'htmlText', data: 'htmlFlowData' | 'htmlTextData'): Tokenize {
  return function tokenizeComment(effects, ok, nok) {
    let matched = 0
    return start

    function start(code: Code): State | undefined {
      effects.enter(node)
      effects.enter(data)
      return open(code)
    }

    function open(code: Code): State | undefined {
      if (code !== opening.charCodeAt(matched)) return nok(code)
      effects.consume(code)
      matched += 1
      if (matched < opening.length) return open
      matched = 0
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (isLineEnding(code)) {
        effects.exit(data)
        return lineEnding(code)
      }
      effects.consume(code)
      if (code === closing.charCodeAt(matched)) matched += 1
      else if (code !== hyphen || matched === 0) matched = code === hyphen ? 1 : 0
      return matched === closing.length ? close : inside
    }

    function lineEnding(code: Code): State | undefined {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      matched = 0
      return nextLine
    }

    function nextLine(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (isLineEnding(code)) return lineEnding(code)
      effects.enter(data)
      return inside(code)
    }

    function close(code: Code): State | undefined {
      if (node === 'htmlFlow' && isSpace(code)) {
        effects.consume(code)
        return close
      }
      if (node === 'htmlFlow' && code !== null && !isLineEnding(code)) return nok(code)
      effects.exit(data)
      effects.exit(node)
      return ok(code)
    }
  }
}

const hyphen = 45

/** micromark's codes: line endings are -5, -4 and -3, a tab is -2, and the spaces it stands for are -1. */
function isLineEnding(code: Code): boolean {
  return code !== null && code <= -3
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}
