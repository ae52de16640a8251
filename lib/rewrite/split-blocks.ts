/**
 * Cuts a stream of Markdown into finished top-level blocks (paragraph, list, table, admonition), so that the learner
 * never sees half a block. A block is finished by the blank line after it; a list, whose items may have blank lines
 * between them, by the first character of what is no longer the list.
 */
export interface BlockSplitter {
  /** Takes the next piece of text; returns the blocks that it finished. */
  push(text: string): string[]
  /** Returns what is left as the last block, if anything is. */
  end(): string[]
}

export function createBlockSplitter(): BlockSplitter {
  let partial = ''
  let block: string[] = []

  const finish = (): string[] => {
    const finished = joinBlock(block)
    block = []
    return finished === '' ? [] : [finished]
  }

  const takeLine = (line: string): string[] => {
    if (line.trim() === '' && !isOpen(block)) return finish()
    const finished = endsList(block) && startsBlock(line) ? finish() : []
    block.push(line)
    return finished
  }

  return {
    push(text) {
      const lines = (partial + text).split('\n')
      partial = lines.pop() ?? ''
      const finished = lines.flatMap((line) => takeLine(line.replace(/\r$/, '')))
      return endsList(block) && cannotContinueList(partial) ? [...finished, ...finish()] : finished
    },
    end() {
      const finished = takeLine(partial)
      partial = ''
      return [...finished, ...finish()]
    },
  }
}

const joinBlock = (lines: readonly string[]): string => lines.join('\n').trimEnd()

const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/
const indented = /^(?:\s{2,}|\t)\S/
const fenceLine = /^\s{0,3}(`{3,}|~{3,})/
const containerLine = /^\s{0,3}(:{3,})(.*)$/

/** The beginning of a line that will be neither an item nor indented, whatever follows. */
const cannotContinueList = (beginning: string): boolean => /^ ?[^\s\d*+-]/.test(beginning)

/** A list may follow a line of text without a blank line. */
const isList = (block: readonly string[]): boolean => block.some((line) => listItem.test(line))

/** True when a blank line is part of the block: in a fence, in an admonition, or between the items of a list. */
const isOpen = (block: readonly string[]): boolean => isInsideFence(block) || containerDepth(block) > 0 || isList(block)

/** True when the next line belongs to the list only if it is an item or indented. */
const endsList = (block: readonly string[]): boolean =>
  block.at(-1)?.trim() === '' && !isInsideFence(block) && containerDepth(block) === 0

const startsBlock = (line: string): boolean => line.trim() !== '' && !indented.test(line) && !listItem.test(line)

function isInsideFence(block: readonly string[]): boolean {
  let open: string | undefined
  for (const line of block) {
    const marker = fenceLine.exec(line)?.[1]
    if (marker === undefined) continue
    if (open === undefined) open = marker
    else if (marker[0] === open[0] && marker.length >= open.length) open = undefined
  }
  return open !== undefined
}

/** How many admonitions are open: `:::note` opens one, `:::` alone closes one. */
function containerDepth(block: readonly string[]): number {
  let depth = 0
  for (const line of block) {
    const rest = containerLine.exec(line)?.[2]
    if (rest === undefined) continue
    depth = rest.trim() === '' ? Math.max(0, depth - 1) : depth + 1
  }
  return depth
}
