export interface Warning {
  readonly kind: 'warning' | 'danger'
  /** Its title and its text, with all that stands in it. */
  readonly text: string
}

const fence = /^[ \t>]*(:{3,})([a-z]*)(.*)$/i

/** The warnings and dangers of a text, in order. */
export function readWarnings(markdown: string): Warning[] {
  const warnings: { kind: Warning['kind']; lines: string[]; depth: number }[] = []
  let depth = 0
  let open: (typeof warnings)[number] | undefined
  for (const line of markdown.split('\n')) {
    const [, colons, kind = '', title = ''] = fence.exec(line) ?? []
    if (colons === undefined) open?.lines.push(line)
    else if (kind === '') {
      depth--
      if (open && depth < open.depth) open = undefined
    } else {
      depth++
      const name = kind.toLowerCase()
      if (open) open.lines.push(title)
      else if (name === 'warning' || name === 'danger') warnings.push((open = { kind: name, lines: [title], depth }))
    }
  }
  return warnings.map(({ kind, lines }) => ({ kind, text: lines.join('\n') }))
}
