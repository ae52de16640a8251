import type { Attributes, AttributeValue } from '@opentelemetry/api'
import type { LogEntry } from '../errors/index.ts'
import type { Facts } from './telemetry.ts'

/** OpenTelemetry's own names where it has one (semantic conventions, HTTP). */
const ownNames: Readonly<Record<string, string>> = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  error: 'error.type',
}

/**
 * Turns facts into attributes named `palimpsest.…`, or by OpenTelemetry's own name if there is one; nested facts join
 * both names.
 */
export function buildAttributes(facts: Facts): Attributes {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => buildAttribute(ownNames[name] ?? `palimpsest.${name}`, value)),
  )
}

/** The facts in a request's log line. */
export const factsOfLine = ({ level: _level, event: _event, ...facts }: LogEntry): Facts => facts

function buildAttribute(key: string, value: unknown): [string, AttributeValue][] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[key, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => buildAttribute(`${key}.${name}`, inner))
}
