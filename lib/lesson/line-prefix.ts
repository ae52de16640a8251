const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/
const prefixParts = />|[ \t]+/g

/**
 * What the next line must begin with to stay in the same list items and block quotes, given the line's text before a
 * block or word: `> - ` gives `>   `.
 */
export function continuationPrefix(lineStart: string): string {
  return (containers.exec(lineStart)?.[0] ?? '').replace(/[^>\s]/g, ' ')
}

/** Removes a prefix from each continuation line of a text. */
export function removePrefix(text: string, prefix: string): string {
  return mapContinuationLines(text, (line) => lineWithoutPrefix(line, prefix))
}

/** Adds a prefix to each continuation line of a text. */
export function addPrefix(text: string, prefix: string): string {
  return mapContinuationLines(text, (line) => (line === '' ? prefix.trimEnd() : prefix + line))
}

function mapContinuationLines(text: string, change: (line: string) => string): string {
  const [first = '', ...others] = text.split('\n')
  return [first, ...others.map(change)].join('\n')
}

/** As in Markdown, a line may have less of the prefix than the first line. */
function lineWithoutPrefix(line: string, prefix: string): string {
  let rest = line
  for (const [part] of prefix.matchAll(prefixParts)) {
    if (part !== '>') rest = withoutIndent(rest, part)
    else if (/^ {0,3}>/.test(rest)) rest = rest.slice(rest.indexOf('>') + 1)
    else return rest
  }
  return rest
}

function withoutIndent(line: string, indent: string): string {
  if (line.startsWith(indent)) return line.slice(indent.length)
  const spaces = /^[ \t]*/.exec(line)?.[0] ?? ''
  return line.slice(Math.min(spaces.length, indent.length))
}
