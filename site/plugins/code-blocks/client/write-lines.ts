import { inks, plainInk } from '../inks.ts'

/** A block of code as Docusaurus knows it. */
export interface CodeLines {
  /** As its author wrote it. */
  readonly codeInput: string
  /** As it is shown: without the comments that say which lines to highlight. */
  readonly code: string
  readonly lineClassNames: Readonly<Record<number, readonly string[]>>
}

/** How the theme calls the parts of a line with a number; nothing for lines without. */
export interface NumberedLine {
  readonly line: string
  readonly number: string
  readonly content: string
}

/** Lines of code as HTML in the inks that were found when the site was built, as `find-inks.ts` writes them down. */
export function writeLines(block: CodeLines, inksByLine: string, numbered?: NumberedLine): string {
  return keepShown(block, inksByLine.split(','))
    .map(({ text, runs }, index) => {
      const classes = ['token-line', ...(block.lineClassNames[index] ?? []), ...(numbered ? [numbered.line] : [])]
      return `<div class="${classes.join(' ')}">${number(write(text, runs), numbered)}<br></div>`
    })
    .join('')
}

/** A line that is not shown takes its inks along. It says what to highlight, so no line that is shown equals it. */
function keepShown({ codeInput, code }: CodeLines, inksByLine: readonly string[]): { text: string; runs: string }[] {
  const written = splitLines(codeInput)
  let place = 0
  return splitLines(code).map((text) => {
    while (place < written.length && written[place] !== text) place++
    return { text, runs: inksByLine[place++] ?? '' }
  })
}

const splitLines = (code: string): string[] => code.split(/\r?\n/)

function write(text: string, runs: string): string {
  let html = ''
  let end = 0
  for (const [, ink = plainInk, length] of runs.matchAll(/([a-z])(\d+)/gi))
    html += writeRun(text.slice(end, (end += Number(length))), ink)
  return html + escape(text.slice(end))
}

function writeRun(text: string, ink: string): string {
  const colour = ink.toLowerCase() as keyof typeof inks | typeof plainInk
  const heavy = ink !== colour
  if (colour === plainInk) return heavy ? `<b>${escape(text)}</b>` : escape(text)
  const element = heavy ? 'b' : 'span'
  return `<${element} class="ink-${inks[colour]}">${escape(text)}</${element}>`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const number = (html: string, numbered: NumberedLine | undefined): string =>
  numbered ? `<span class="${numbered.number}"></span><span class="${numbered.content}">${html}</span>` : html
