/** What the server keeps in one table, in words for those it may be about. */
export interface KeptTable {
  readonly table: string
  readonly title: string
  /** Whether a row says something of one learner, by their random number, is a text or of one, or is of neither. */
  readonly about: 'learner' | 'texts' | 'nobody'
  readonly why: string
  readonly until: string
  /** What stands in each column. */
  readonly columns: Readonly<Record<string, string>>
}

const times = { created_at: 'when it was stored first', updated_at: 'when it was changed last' } as const

/**
 * Everything that the server keeps. The guide's privacy page is made of it, and a test holds it against the tables of a real
 * database: a column that is not described here fails it.
 */
export const keptData: readonly KeptTable[] = [
  {
    table: 'users',
    title: 'Your random number',
    about: 'learner',
    why: 'So that your answers are found again. The number is drawn at random by your browser; there is no account, no name and no email address.',
    until:
      'you press "Forget me", or this server has not seen you for about 13 months, unless its operator set another time. Lessons that your device keeps are read without this server, so it may forget somebody who still reads; your answers are kept on your device, too, and the next lesson that the server is asked for brings them back.',
    columns: {
      id: 'the number, a UUID',
      onboarding_completed: 'whether the six questions were answered',
      last_seen_at: 'when you last asked for a lesson, written down once a day',
      variant: 'how often you asked for everything to be written differently, from 0 to 2',
      variant_read: 'whether you asked for a lesson since then',
      ...times,
    },
  },
  {
    table: 'user_preferences',
    title: 'Your six answers',
    about: 'learner',
    why: 'They decide how a lesson is written for you.',
    until: 'you change them, or your number goes',
    columns: {
      id: 'a number of the row',
      user_id: 'your random number',
      education_level: 'your answer',
      programming_experience: 'your answer',
      robotics_background: 'your answer',
      ai_ml_experience: 'your answer',
      learning_goals: 'your answers',
      preferred_language: 'your answer',
      profile_keys: 'fingerprints of the answers, by which readers with the same answers share a text',
      ...times,
    },
  },
  {
    table: 'learner_lessons',
    title: 'Which lessons you were given',
    about: 'learner',
    why: 'So that "Clear my versions" knows what to clear, and operators which lessons are read.',
    until: 'you press "Clear my versions", or your number goes',
    columns: {
      user_id: 'your random number',
      lesson_slug: 'the lesson',
      content_hash: 'a fingerprint of its text',
      version_key: 'a fingerprint of the version you were given',
      keys: 'fingerprints of its sections',
      first_read_at: 'when you first read it',
      last_read_at: 'when you last read it',
    },
  },
  {
    table: 'feedback',
    title: 'What you said of a rewrite',
    about: 'learner',
    why: 'So that authors see which passages help and which do not. One word for each rewrite, never free text.',
    until: 'you take it back, the rewrite goes or is written anew, or your number goes',
    columns: {
      user_id: 'your random number',
      rewrite_key: 'a fingerprint of the rewrite',
      rating: 'up or down',
      reason: 'one of five, if you gave one',
      ...times,
    },
  },
  {
    table: 'transfers',
    title: 'A code for another device',
    about: 'learner',
    why: 'So that a browser of yours can show a code, and another one variant your profile over with it. Only a fingerprint of the code is kept, under a secret key.',
    until:
      'it is used, you make another, or your number goes. After ten minutes it opens nothing, and the next codes that anybody makes take it away',
    columns: {
      user_id: 'your random number',
      code_hash: 'the fingerprint',
      expires_at: 'until when the code holds',
    },
  },
  {
    table: 'spending',
    title: 'How much was asked for on a day',
    about: 'nobody',
    why: 'So that nobody uses up what all share. Neither your number nor your address can be read in it: both are kept as fingerprints under a secret key that changes every day.',
    until: 'the day after the next',
    columns: {
      bucket: 'who asked: everybody, a key of an integrator, or such a fingerprint',
      day: 'the day',
      requests:
        'how many lessons were asked for, learners made, codes for another device made and tried, or keys of integrators sent that do not hold',
      tokens_reserved: 'how much of the budget is set aside for texts that are being written',
      tokens_used: 'how much of it was used',
    },
  },
  {
    table: 'insights_daily',
    title: 'How often things happened on a day',
    about: 'nobody',
    why: 'So that operators see how much is read, what it costs and how long it variants. Only sums: no row is about one learner or one reading.',
    until: '400 days later, where the operator has not set another time',
    columns: {
      day: 'the day',
      measure: 'what was counted, such as lessons, sections or tokens',
      label: 'which of them, such as "cached", a reason or a model',
      amount: 'how many',
    },
  },
  {
    table: 'integrator_keys',
    title: 'The keys of integrators',
    about: 'nobody',
    why: 'So that only programs that the operator let in may send text of their own or read figures. They belong to organisations, not to readers.',
    until: 'the database is given up: a key that was taken back stays in the list',
    columns: {
      id: 'the first characters of the key',
      name: 'what the operator calls it',
      hash: 'a fingerprint of the key, by which it is recognised; the key itself is not kept',
      scopes: 'what it may be used for',
      daily_requests: 'how many lessons it may ask for on a day',
      daily_tokens: 'how much may be written for it on a day',
      created_at: 'when it was made',
      last_used_at: 'when it was used last, to the hour',
      revoked_at: 'when it was taken back',
    },
  },
  {
    table: 'personalized_content_cache',
    title: 'The rewrites',
    about: 'texts',
    why: 'So that the next reader with the same answers has the lesson at once, and no model is paid twice. Those of texts that integrators sent are among them.',
    until: 'nobody has read them for half a year, unless the operator set another time',
    columns: {
      key: 'a fingerprint of all that the rewrite depends on',
      lesson_slug: 'the lesson',
      section_id: 'the section',
      scope: 'whether the text is a published lesson, or one that an integrator sent',
      content_hash: "a fingerprint of the author's text",
      context_hash: "a fingerprint of the lesson's title and terms",
      preferences_hash: 'a fingerprint of answers, the same for all readers who gave them',
      recipe: 'how it was written',
      level: 'simpler, as it is, or deeper',
      variant: 'which telling of three',
      state: 'being written, ready, rejected, or failed',
      heading: 'the translated heading',
      content: 'the text',
      proof: 'what was checked',
      usage: 'what it cost',
      model: 'who wrote it',
      verifier_version: 'who checked it',
      lease_token: 'which server writes it',
      lease_until: 'until when',
      reserved_tokens: 'what is set aside to write it',
      reserved_for: 'for which of the counters of a day',
      reserved_day: 'of which day',
      failures: 'how often in a row no text came',
      failure_reason: 'why not, the last time',
      created_at: times.created_at,
      last_read_at: 'when anybody read it last',
    },
  },
  {
    table: 'lessons',
    title: "The authors' lessons",
    about: 'texts',
    why: 'So that only published text is rewritten.',
    until: 'there is a newer version and nobody was given this one for half a year',
    columns: {
      slug: 'the lesson',
      content_hash: 'a fingerprint of its text',
      context_hash: 'a fingerprint of its title and terms',
      title: "the author's",
      description: "the author's",
      language: "the author's",
      tags: "the author's",
      locked: 'whether it is never rewritten',
      sections: "the author's text",
      glossary: "the author's terms",
      published_at: 'when it was published',
    },
  },
]
