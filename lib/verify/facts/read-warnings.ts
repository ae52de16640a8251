export interface Warning {
  readonly kind: 'warning' | 'danger'
  /** Its title and its whole content. */
  readonly text: string
}

const fence = /^[ \t>]*(:{3,})([a-z]*)(.*)$/i

/** Reads warning and danger admonitions of a text that comes in parts, in order. */
export interface WarningReader {
  /** Reads the next part; returns the warnings now known to be complete, because another one has begun. */
  readonly read: (markdown: string) => Warning[]
  /** The last warning, if there is one. */
  readonly end: () => Warning[]
}

export function createWarningReader(): WarningReader {
  const state: State = { begun: [], depth: 0, open: undefined }
  const take = (count: number): Warning[] =>
    state.begun.splice(0, Math.max(0, count)).map(({ kind, lines }) => ({ kind, text: lines.join('\n') }))
  return {
    read: (markdown) => {
      for (const line of markdown.split('\n')) takeLine(state, line)
      return take(state.begun.length - 1)
    },
    end: () => take(state.begun.length),
  }
}

interface BegunWarning {
  readonly kind: Warning['kind']
  readonly lines: string[]
  readonly depth: number
}

interface State {
  readonly begun: BegunWarning[]
  /** How many admonitions of any kind are open. */
  depth: number
  open: BegunWarning | undefined
}

function takeLine(state: State, line: string): void {
  const [, colons, kind = '', title = ''] = fence.exec(line) ?? []
  if (colons === undefined) state.open?.lines.push(line)
  else if (kind === '') {
    state.depth--
    if (state.open && state.depth < state.open.depth) state.open = undefined
  } else {
    state.depth++
    const name = kind.toLowerCase()
    if (state.open) state.open.lines.push(title)
    else if (name === 'warning' || name === 'danger') {
      state.open = { kind: name, lines: [title], depth: state.depth }
      state.begun.push(state.open)
    }
  }
}
