import type { Trouble } from './lesson-state.ts'

const words: Record<string, string> = {
  unreachable: 'The server could not be reached.',
  'ended-early': 'The connection broke off.',
  'lesson-not-found': 'The server does not have this lesson yet.',
  'content-not-published': 'The server does not have this edition of the lesson yet.',
  'not-configured': 'The server is not set up to personalize lessons.',
  'database-unavailable': 'The server cannot reach its database.',
}

/** What went wrong, and what is still there: some sections may have arrived before it did. */
export function troubleInWords(trouble: Trouble | undefined, arrived: number): string {
  const what = words[trouble?.code ?? ''] ?? trouble?.message ?? 'Something went wrong.'
  return `${what} ${arrived > 0 ? 'What had arrived stays; the rest is the author’s text.' : 'The author’s text is here in full.'}`
}
