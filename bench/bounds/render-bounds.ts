import { escapeMarkdown, markdownRow as row } from '../report/markdown-table.ts'
import type { MarkdownCost } from './measure-markdown.ts'

/** What one request took. */
export interface RequestCost {
  readonly call: string
  readonly what: string
  readonly milliseconds: number
}

interface Measured {
  readonly requests: readonly RequestCost[]
  readonly markdown: readonly MarkdownCost[]
  readonly millisecondsMax: number
  readonly cores: number
}

/** The tables of `docs/bounds.md`: of each call the three requests that took most, and every kind of text. */
export function renderBounds({ requests, markdown, millisecondsMax, cores }: Measured): string {
  const over = [...requests, ...markdown].filter(({ milliseconds }) => milliseconds > millisecondsMax).length
  return [
    `${requests.length} requests and ${markdown.length} kinds of text, each the best of six, on a machine of ${cores} cores. ` +
      `${over === 0 ? 'None' : over} took more than ${millisecondsMax} ms.`,
    '### Requests',
    [row(['Call', 'tried', 'worst of it', 'ms']), row(['---', '--:', '---', '--:']), ...rowsOfCalls(requests)].join(
      '\n',
    ),
    '### Texts of Markdown',
    [
      row(['Text of', 'parsed up to (characters)', 'ms', 'ms to refuse 64,000']),
      row(['---', '--:', '--:', '--:']),
      ...markdown
        .toSorted((a, b) => b.milliseconds - a.milliseconds)
        .map(({ name, length, milliseconds, refusal }) =>
          row([escapeMarkdown(name), length.toLocaleString('en'), milliseconds.toFixed(1), refusal.toFixed(1)]),
        ),
    ].join('\n'),
  ].join('\n\n')
}

function rowsOfCalls(requests: readonly RequestCost[]): string[] {
  return [...Map.groupBy(requests, ({ call }) => call)].flatMap(([call, costs]) =>
    costs
      .toSorted((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, 3)
      .map(({ what, milliseconds }, at) =>
        row([
          at === 0 ? `\`${call}\`` : '',
          at === 0 ? String(costs.length) : '',
          escapeMarkdown(what),
          milliseconds.toFixed(1),
        ]),
      ),
  )
}
