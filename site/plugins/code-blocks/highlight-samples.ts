import { highlightCode } from './highlight-code.ts'

const isSample = (value: unknown): value is { readonly source: string } =>
  typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'

/** The API's description, as JSON, with the highlighting of its samples. */
export function highlightSamples(description: string): string {
  return JSON.stringify(JSON.parse(description), (_name, value: unknown) =>
    isSample(value) ? { ...value, highlighting: highlightCode(value.source, 'bash') } : value,
  )
}
