import { findInks } from './find-inks.ts'

const isSample = (value: unknown): value is { readonly source: string } =>
  typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'

/** The API's description, as JSON, and in it what its samples are set in. */
export function inkSamples(description: string): string {
  return JSON.stringify(JSON.parse(description), (_name, value: unknown) =>
    isSample(value) ? { ...value, inks: findInks(value.source, 'bash') } : value,
  )
}
