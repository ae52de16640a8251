/**
 * Splits a stream of Markdown into finished top-level blocks (paragraph, list, table, admonition), so that a learner
 * never sees half a block. A blank line finishes a block; a list, whose items may contain blank lines, is finished by
 * the first character of what follows it.
 */
export interface BlockSplitter {
  /** Takes the next piece of text; returns the blocks that it finished. */
  push(text: string): string[]
  /** Returns what is left as the last block, if anything is. */
  end(): string[]
}

export function createBlockSplitter(): BlockSplitter {
  /** The pieces of the unfinished line; joining them each time would take quadratic time. */
  let partial: string[] = []
  /** The first characters of that line, as many as `cannotContinueList` needs. */
  let beginning = ''
  let block = emptyBlock()

  const finish = (): string[] => {
    const finished = block.lines.join('\n').trimEnd()
    block = emptyBlock()
    return finished === '' ? [] : [finished]
  }

  const takeLine = (line: string): string[] => {
    if (line.trim() === '' && !isOpen(block)) return finish()
    const finished = endsList(block) && startsBlock(line) ? finish() : []
    addLine(block, line)
    return finished
  }

  const takePartial = (): string => {
    const line = partial.join('')
    partial = []
    beginning = ''
    return line
  }

  return {
    push(text) {
      const finished: string[] = []
      const pieces = text.split('\n')
      for (const [at, piece] of pieces.entries()) {
        partial.push(piece)
        if (at < pieces.length - 1) finished.push(...takeLine(takePartial().replace(/\r$/, '')))
        else beginning = (beginning + piece).slice(0, beginningLength)
      }
      if (endsList(block) && cannotContinueList(beginning)) finished.push(...finish())
      return finished
    },
    end: () => [...takeLine(takePartial()), ...finish()],
  }
}

/** An unfinished block and what is open in it, tracked line by line. */
interface OpenBlock {
  readonly lines: string[]
  /** The marker of the open fence. */
  fence: string | undefined
  /** How many admonitions are open: `:::note` opens one, `:::` alone closes one. Fences do not hide them. */
  depth: number
  /** True once a line started a list item, which needs no blank line before it. */
  isList: boolean
  endsBlank: boolean
}

const emptyBlock = (): OpenBlock => ({ lines: [], fence: undefined, depth: 0, isList: false, endsBlank: false })

const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/
const indented = /^(?:\s{2,}|\t)\S/
const fenceLine = /^\s{0,3}(`{3,}|~{3,})/
const containerLine = /^\s{0,3}(:{3,})(.*)$/

const beginningLength = 2

/** True for the beginning of a line that can be neither an item nor indented. */
const cannotContinueList = (beginning: string): boolean => /^ ?[^\s\d*+-]/.test(beginning)

/** True if a blank line belongs to the block: in a fence, in an admonition, or between list items. */
const isOpen = (block: OpenBlock): boolean => block.fence !== undefined || block.depth > 0 || block.isList

/** True if the next line only belongs to the list if it is an item or indented. */
const endsList = (block: OpenBlock): boolean => block.endsBlank && block.fence === undefined && block.depth === 0

const startsBlock = (line: string): boolean => line.trim() !== '' && !indented.test(line) && !listItem.test(line)

function addLine(block: OpenBlock, line: string): void {
  block.lines.push(line)
  block.isList ||= listItem.test(line)
  block.endsBlank = line.trim() === ''
  const marker = fenceLine.exec(line)?.[1]
  if (marker !== undefined) {
    if (block.fence === undefined) block.fence = marker
    else if (marker[0] === block.fence[0] && marker.length >= block.fence.length) block.fence = undefined
  }
  const rest = containerLine.exec(line)?.[2]
  if (rest !== undefined) block.depth = rest.trim() === '' ? Math.max(0, block.depth - 1) : block.depth + 1
}
