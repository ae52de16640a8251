import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A warning or error on the console is a failure nobody asserted: it fails the test that caused it. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  // A line for each request: collected for the tests that look at it.
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'console.error').toEqual([])
  expect(vi.mocked(console.warn).mock.calls, 'console.warn').toEqual([])
  vi.restoreAllMocks()
})
