/** A line that opens or closes an admonition. */
const admonitionLine = /^[ \t>]*:{3,}/
/** A line that cannot continue a sentence: empty, or the start of a list item. */
const beginsAnew = /^[ \t>]*(?:$|[-*+](?:[ \t]|$))/

/**
 * Cuts Markdown at lines that no inline construct can cross; the pieces joined are the text. A line of an admonition
 * (`:::note[Title]`) is a piece of its own. Pieces may be longer than a parser's paragraphs, never shorter.
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
