import { findAddressFault } from './find-address-fault.ts'

/**
 * What is wrong with the address of an OpenTelemetry collector, to which the packages append `/v1/traces`; undefined if
 * nothing.
 */
export function findCollectorFault(value: string): string | undefined {
  const fault = findAddressFault(value)
  if (fault !== undefined) return fault
  if (value.includes('?')) return 'has a query ("?")'
  if (/\/v1\/traces\/*$/.test(value)) return 'names a whole endpoint'
  return value.endsWith('/') ? 'has a "/" at its end' : undefined
}
