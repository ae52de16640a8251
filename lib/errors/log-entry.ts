/** One line of the structured log. Never put headers, bodies or connection strings in it. */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly event: string
  readonly [field: string]: unknown
}
