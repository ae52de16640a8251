/** One line of the structured log. Never given headers, bodies or connection strings. */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly event: string
  readonly [field: string]: unknown
}
