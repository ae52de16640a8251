/** One table of the server, described for those whom it may be about. */
export interface StoredTable {
  readonly table: string
  readonly title: string
  /** Whether a row is about one learner, by their random number, is a text or belongs to one, or is about neither. */
  readonly about: 'learner' | 'texts' | 'nobody'
  readonly why: string
  /** Completes the sentence "Stored until …". */
  readonly until: string
  /** What each column holds. */
  readonly columns: Readonly<Record<string, string>>
}

const times = { created_at: 'when it was first stored', updated_at: 'when it was last changed' } as const

/**
 * Everything that the server stores. The guide's privacy page is made from it, and a test compares it with the tables of a real
 * database: a column that is not described here fails it.
 */
export const storedData: readonly StoredTable[] = [
  {
    table: 'users',
    title: 'Your random number',
    about: 'learner',
    why: 'So that your answers can be found again. Your browser draws the number at random; there is no account, no name and no email address.',
    until:
      'you press “Forget me”, or this server has not seen you for about 13 months, unless its operator has set another time. Lessons that are saved on your device are read without this server, so it may delete the number of somebody who still reads. Your answers are saved on your device, too, and are sent again with the next lesson that the server is asked for.',
    columns: {
      id: 'the number, a UUID',
      onboarding_completed: 'whether the six questions were answered',
      last_seen_at: 'when you last asked for a lesson, recorded once a day',
      variant: 'how many times you asked for everything to be written differently, from 0 to 2',
      variant_read: 'whether you have asked for a lesson since then',
      ...times,
    },
  },
  {
    table: 'user_preferences',
    title: 'Your six answers',
    about: 'learner',
    why: 'They decide how a lesson is written for you.',
    until: 'you change them, or your number is deleted',
    columns: {
      id: 'the number of the row',
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
    why: 'So that “Clear my versions” knows what to clear, and operators see which lessons are read.',
    until: 'you press “Clear my versions”, or your number is deleted',
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
    title: 'Your ratings',
    about: 'learner',
    why: 'So that authors see which passages help and which do not. Each is one word about one rewrite, never free text.',
    until: 'you withdraw the rating, the rewrite is deleted or written again, or your number is deleted',
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
    why: 'So that one of your browsers can show a code with which another one gets your profile. Only a fingerprint of the code is stored, made with a secret key.',
    until:
      'it is used, you make another, or your number is deleted. After ten minutes it no longer works, and it is deleted when the next codes are made by anybody',
    columns: {
      user_id: 'your random number',
      code_hash: 'the fingerprint',
      expires_at: 'when the code expires',
    },
  },
  {
    table: 'spending',
    title: 'How much was requested on a day',
    about: 'nobody',
    why: 'So that nobody uses up what all share. Neither your number nor your address can be read from it: both are stored as fingerprints made with a secret key that changes every day.',
    until: 'two days later',
    columns: {
      bucket: 'who asked: everybody, the key of an integrator, or such a fingerprint',
      day: 'the day',
      requests:
        'how many lessons were requested, learners created, codes for another device made and tried, or invalid integrator keys sent',
      tokens_reserved: 'how much of the budget is set aside for texts that are being written',
      tokens_used: 'how much of it was used',
    },
  },
  {
    table: 'insights_daily',
    title: 'How often things happened on a day',
    about: 'nobody',
    why: 'So that operators see how much is read, what it costs and how long it takes. Only sums: no row is about one learner or one reading.',
    until: '400 days later, unless the operator has set another time',
    columns: {
      day: 'the day',
      measure: 'what was counted, such as lessons, sections or tokens',
      label: 'which of them, such as “cached”, a reason or a model',
      amount: 'how many',
    },
  },
  {
    table: 'integrator_keys',
    title: 'The keys of integrators',
    about: 'nobody',
    why: 'So that only programs that the operator has admitted can send texts of their own or read figures. They belong to organisations, not to readers.',
    until: 'the database is deleted: a revoked key stays in the list',
    columns: {
      id: 'the first characters of the key',
      name: 'what the operator calls it',
      hash: 'a fingerprint by which the key is recognised; the key itself is not stored',
      scopes: 'what it may be used for',
      daily_requests: 'how many lessons it may request in a day',
      daily_tokens: 'how much may be written for it in a day',
      created_at: 'when it was made',
      last_used_at: 'when it was last used, to the hour',
      revoked_at: 'when it was revoked',
    },
  },
  {
    table: 'personalized_content_cache',
    title: 'The rewrites',
    about: 'texts',
    why: 'So that the next reader with the same answers gets the lesson at once, and no model is paid twice. Rewrites of texts that integrators sent are among them.',
    until: 'nobody has read them for half a year, unless the operator has set another time',
    columns: {
      key: 'a fingerprint of everything that the rewrite depends on',
      lesson_slug: 'the lesson',
      section_id: 'the section',
      scope: 'whether the text is a published lesson or one that an integrator sent',
      content_hash: 'a fingerprint of the author’s text',
      context_hash: 'a fingerprint of the lesson’s title and terms',
      preferences_hash: 'a fingerprint of answers, the same for all readers who gave them',
      recipe: 'how it was written',
      level: 'simpler, as is, or deeper',
      variant: 'which variant of three',
      state: 'being written, ready, rejected, or failed',
      heading: 'the translated heading',
      content: 'the text',
      proof: 'what was checked',
      usage: 'what it cost',
      model: 'which model wrote it',
      verifier_version: 'which version of the checks it passed',
      lease_token: 'which server is writing it',
      lease_until: 'until when',
      reserved_tokens: 'what is set aside for writing it',
      reserved_for: 'in which of the counters of a day',
      reserved_day: 'of which day',
      failures: 'how many times in a row no text came',
      failure_reason: 'why not, the last time',
      created_at: times.created_at,
      last_read_at: 'when anybody last read it',
    },
  },
  {
    table: 'lessons',
    title: 'The authors’ lessons',
    about: 'texts',
    why: 'So that only published text is rewritten.',
    until: 'there is a newer version and nobody has been given this one for half a year',
    columns: {
      slug: 'the lesson',
      content_hash: 'a fingerprint of its text',
      context_hash: 'a fingerprint of its title and terms',
      title: 'the author’s',
      description: 'the author’s',
      language: 'the author’s',
      tags: 'the author’s',
      locked: 'whether it is never rewritten',
      sections: 'the author’s text',
      glossary: 'the author’s terms',
      published_at: 'when it was published',
    },
  },
]
