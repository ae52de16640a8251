/**
 * Cuts a stream of Markdown into finished top-level blocks (paragraph, list, table, admonition), so that the learner
 * never sees half a block. A block is finished by the first line of the next one.
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

  const takeLine = (line: string): string[] => {
    const finished = block.length > 0 && startsBlock(block, line) ? [joinBlock(block)] : []
    if (finished.length > 0) block = []
    if (block.length > 0 || line.trim() !== '') block.push(line)
    return finished
  }

  return {
    push(text) {
      const lines = (partial + text).split('\n')
      partial = lines.pop() ?? ''
      return lines.flatMap((line) => takeLine(line.replace(/\r$/, '')))
    },
    end() {
      const finished = takeLine(partial)
      const rest = joinBlock(block)
      partial = ''
      block = []
      return rest === '' ? finished : [...finished, rest]
    },
  }
}

const joinBlock = (lines: readonly string[]): string => lines.join('\n').trimEnd()

const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/
const indented = /^(?:\s{2,}|\t)\S/
const fenceLine = /^\s{0,3}(`{3,}|~{3,})/
const containerLine = /^\s{0,3}(:{3,})(.*)$/

/** True when `line` is not blank and does not continue the open block. */
function startsBlock(block: readonly string[], line: string): boolean {
  if (line.trim() === '') return false
  if (isInsideFence(block) || containerDepth(block) > 0) return false
  if (block.at(-1)?.trim() !== '') return false
  // A list may follow a line of text without a blank line.
  const isList = block.some((open) => listItem.test(open))
  return !(isList && (indented.test(line) || listItem.test(line)))
}

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
