/** The last answer to a question, so that whoever asks again makes nobody work. */
export interface RecentAnswers {
  /** The answer about this subject; asked for anew only when the last one is too old, or of another subject. */
  readonly about: (subject: string, ask: () => Promise<boolean>) => Promise<boolean>
}

/** Keeps the last answer for so many milliseconds. While one is being asked for, whoever comes waits for that one. */
export function createRecentAnswers({
  now,
  milliseconds,
}: {
  readonly now: () => number
  readonly milliseconds: number
}): RecentAnswers {
  let last: { readonly subject: string; readonly began: number; readonly answer: Promise<boolean> } | undefined
  return {
    about(subject, ask) {
      if (last?.subject !== subject || now() - last.began >= milliseconds)
        last = { subject, began: now(), answer: ask() }
      return last.answer
    },
  }
}
