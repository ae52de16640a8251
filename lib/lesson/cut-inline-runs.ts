/** One line that opens or closes an admonition. */
const admonitionLine = /^[ \t>]*:{3,}/
/** A line that no sentence of the line before goes on in: empty, or the beginning of an item. */
const beginsAnew = /^[ \t>]*(?:$|[-*+](?:[ \t]|$))/

/**
 * Cuts Markdown at the lines over which no inline construct reaches; the pieces joined are the text. A line of an
 * admonition (`:::note[Title]`) is a piece of its own. Coarser than a parser's paragraphs, never finer.
 */
export function cutInlineRuns(text: string): string[] {
  const runs: string[] = []
  let isOpen = false
  for (const line of text.split(/(?<=\n)/)) {
    const isAdmonition = admonitionLine.test(line)
    const last = runs.at(-1)
    if (last === undefined || !isOpen || isAdmonition || beginsAnew.test(line.trimEnd())) runs.push(line)
    else runs[runs.length - 1] = last + line
    isOpen = !isAdmonition
  }
  return runs
}
