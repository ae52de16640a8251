import { colours, plainColour } from '../colours.ts'

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

/** Lines of code as HTML in the colours that were found when the site was built, as `highlight-code.ts` writes them down. */
export function writeLines(block: CodeLines, runsByLine: string, numbered?: NumberedLine): string {
  return keepShown(block, runsByLine.split(','))
    .map(({ text, runs }, index) => {
      const classes = ['token-line', ...(block.lineClassNames[index] ?? []), ...(numbered ? [numbered.line] : [])]
      return `<div class="${classes.join(' ')}">${number(write(text, runs), numbered)}<br></div>`
    })
    .join('')
}

/** Drops lines that are not shown, with their runs. They only say what to highlight, so no line that is shown equals them. */
function keepShown({ codeInput, code }: CodeLines, runsByLine: readonly string[]): { text: string; runs: string }[] {
  const written = splitLines(codeInput)
  let place = 0
  return splitLines(code).map((text) => {
    while (place < written.length && written[place] !== text) place++
    return { text, runs: runsByLine[place++] ?? '' }
  })
}

const splitLines = (code: string): string[] => code.split(/\r?\n/)

function write(text: string, runs: string): string {
  let html = ''
  let end = 0
  for (const [, letter = plainColour, length] of runs.matchAll(/([a-z])(\d+)/gi))
    html += writeRun(text.slice(end, (end += Number(length))), letter)
  return html + escape(text.slice(end))
}

function writeRun(text: string, letter: string): string {
  const colour = letter.toLowerCase() as keyof typeof colours | typeof plainColour
  const heavy = letter !== colour
  if (colour === plainColour) return heavy ? `<b>${escape(text)}</b>` : escape(text)
  const element = heavy ? 'b' : 'span'
  return `<${element} class="code-${colours[colour]}">${escape(text)}</${element}>`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const number = (html: string, numbered: NumberedLine | undefined): string =>
  numbered ? `<span class="${numbered.number}"></span><span class="${numbered.content}">${html}</span>` : html
