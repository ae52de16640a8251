import { isDecodable } from './is-decodable.ts'

const pairPattern = /^\s*[\w!#$%&'*+.^`|~-]+\s*=\s*[^\s=][\x20-\x7e]*$/

/**
 * What is wrong with headers in OpenTelemetry's format, `name=value` separated by commas, values percent-encoded;
 * undefined if nothing.
 */
export function findHeadersFault(value: string): string | undefined {
  const pairs = value.split(',')
  if (!pairs.every((pair) => pairPattern.test(pair))) return 'holds something that is no header'
  return isDecodable(value) ? undefined : 'has a % that is not percent-encoded'
}
