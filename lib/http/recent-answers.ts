/** Caches the last answer to a question. */
export interface RecentAnswers {
  /** The answer for this subject; asked for again only if the last one is too old, or is about another subject. */
  readonly about: (subject: string, ask: () => Promise<boolean>) => Promise<boolean>
}

/** Keeps the last answer for `milliseconds`. Callers during a question share its answer. */
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
