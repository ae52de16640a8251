import { expect } from 'vitest'
import { takeLoggedErrors } from './logged-errors.ts'

/** Holds that the log reports so many failed model calls, for this reason, and of nothing else. */
export function expectModelFailures(reason: string, count: number): void {
  const line = { level: 'error', event: 'model-failed', reason, attempt: 1, request_id: expect.any(String) }
  expect(takeLoggedErrors()).toMatchObject(Array.from({ length: count }, () => line))
}
