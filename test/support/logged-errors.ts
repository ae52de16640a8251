import { vi } from 'vitest'

/** Takes the error lines that the functions logged so far, so that they are asserted and do not fail the test as noise. */
export function takeLoggedErrors(): Record<string, unknown>[] {
  const { calls } = vi.mocked(console.error).mock
  return calls.splice(0).map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)
}
