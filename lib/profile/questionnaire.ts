/**
 * The questionnaire: the one place where the six questions are defined. Validation, the profile keys, the prompt,
 * the pages `/onboarding` and `/profile` and the badge on a lesson are all derived from it. Its words are English here; each
 * other language has them in its own file.
 */
import { everyLanguage, type LanguageCode } from './get-language.ts'

/** Which sections a question's answer touches; see design: profile keys. */
export type Touches = 'all' | 'prose' | 'code' | 'ai' | 'note'

/** One answer that can be chosen. */
export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** The answer said in a few words, for the badge: "some Python". */
  readonly brief: string
  /** What the answer means for the writer, in English; part of the prompt. Every choice has this or `sameAs`. */
  readonly guidance?: string
  /** For whom this answer speaks, where it says how hard a text may be; see `lib/verify/level/advise-level.ts`. */
  readonly level?: 'newcomer' | 'expert'
  /** Another answer to the same question (of the kind `one`): whoever gives this one reads what is written for that one. */
  readonly sameAs?: string
}

interface QuestionText {
  readonly touches: Touches
  readonly title: string
  readonly hint: string
}

/** A question with one answer. */
export interface SingleQuestion<Id extends string = string> extends QuestionText {
  readonly id: Id
  readonly kind: 'one'
  readonly choices: readonly Choice[]
}
/** A question answered by one or more choices. */
export interface SetQuestion<Id extends string = string> extends QuestionText {
  readonly id: Id
  readonly kind: 'some'
  readonly choices: readonly Choice[]
}
/** A yes/no question: `choices[0]` is false, `choices[1]` is true. */
export interface YesNoQuestion<Id extends string = string> extends QuestionText {
  readonly id: Id
  readonly kind: 'yes-no'
  readonly choices: readonly [Choice, Choice]
}
export type Question = SingleQuestion | SetQuestion | YesNoQuestion

const languageChoices: readonly Choice<LanguageCode>[] = everyLanguage.map(({ code, english, native, guidance }) => ({
  value: code,
  label: native === english ? native : `${native} (${english})`,
  brief: `in ${english}`,
  guidance,
}))

/** The six questions, in the order in which they are asked. */
export const questionnaire = [
  {
    id: 'preferred_language',
    kind: 'one',
    touches: 'all',
    title: 'Which language do you want to read in?',
    hint: 'Technical terms stay in English in every language.',
    choices: languageChoices,
  },
  {
    id: 'education_level',
    kind: 'one',
    touches: 'prose',
    title: 'What level have you studied to?',
    hint: 'Sets how much mathematics and formal language a lesson assumes.',
    choices: [
      {
        value: 'high_school',
        label: 'High school',
        brief: 'high school',
        guidance:
          'Has studied to high school: short sentences, everyday words, no university mathematics taken for granted.',
        level: 'newcomer',
      },
      {
        value: 'undergraduate',
        label: 'Undergraduate',
        brief: 'undergraduate',
        guidance: 'Is an undergraduate: knows calculus and linear algebra, may need a reminder of how they are used.',
      },
      {
        value: 'graduate',
        label: 'Graduate',
        brief: 'graduate',
        guidance:
          'Has a graduate education or works in the profession: is at ease with mathematics and formal language, and wants what matters in practice, trade-offs and consequences.',
        level: 'expert',
      },
      {
        value: 'professional',
        label: 'Working professional',
        brief: 'working professional',
        sameAs: 'graduate',
        level: 'expert',
      },
    ],
  },
  {
    id: 'programming_experience',
    kind: 'one',
    touches: 'code',
    title: 'How much programming have you done?',
    hint: 'Sets how closely the text walks you through code. The code itself never changes.',
    choices: [
      {
        value: 'none',
        label: 'Not at all',
        brief: 'new to programming',
        guidance: 'Has never programmed: say in plain words what each piece of code does before naming it.',
        level: 'newcomer',
      },
      {
        value: 'beginner',
        label: 'A little',
        brief: 'some programming',
        guidance: 'Has programmed a little: explain the important lines of code and any unusual syntax.',
      },
      {
        value: 'intermediate',
        label: 'Comfortable',
        brief: 'comfortable with code',
        guidance:
          'Programs with ease: explain what is specific to robotics, not the language; point at design decisions and pitfalls, skip walkthroughs.',
      },
      {
        value: 'advanced',
        label: 'I do it for a living',
        brief: 'expert programmer',
        sameAs: 'intermediate',
        level: 'expert',
      },
    ],
  },
  {
    id: 'robotics_background',
    kind: 'yes-no',
    touches: 'prose',
    title: 'Have you worked with robots before?',
    hint: 'A course, a kit, a lab or a job: anything hands-on counts.',
    choices: [
      {
        value: 'false',
        label: 'No, robots are new to me',
        brief: 'new to robotics',
        guidance:
          'Is new to robotics: explain each robotics term at first mention, with an everyday comparison where it helps.',
        level: 'newcomer',
      },
      {
        value: 'true',
        label: 'Yes, I have',
        brief: 'knows robots',
        guidance: 'Has worked with robots: use robotics terms without defining them.',
        level: 'expert',
      },
    ],
  },
  {
    id: 'ai_ml_experience',
    kind: 'one',
    touches: 'ai',
    title: 'How much do you know about AI and machine learning?',
    hint: 'Only affects lessons about AI.',
    choices: [
      {
        value: 'none',
        label: 'Nothing yet',
        brief: 'new to AI',
        guidance: 'Knows nothing of machine learning yet: explain its terms from the ground up.',
        level: 'newcomer',
      },
      {
        value: 'basic',
        label: 'The basics',
        brief: 'AI basics',
        guidance: 'Knows the basics of machine learning: models, training, data.',
      },
      {
        value: 'intermediate',
        label: 'I have trained models',
        brief: 'has trained models',
        guidance: 'Has trained models: compare with supervised learning practice where that helps.',
      },
      {
        value: 'advanced',
        label: 'It is my field',
        brief: 'AI expert',
        guidance: 'Is an expert in machine learning: go straight to what the physical world changes.',
        level: 'expert',
      },
    ],
  },
  {
    id: 'learning_goals',
    kind: 'some',
    touches: 'note',
    title: 'What are you learning this for?',
    hint: 'Choose one or more. Only affects the short note at the top of each lesson.',
    choices: [
      {
        value: 'career_change',
        label: 'A change of career',
        brief: 'changing career',
        guidance: 'Wants to move into robotics as a career.',
      },
      {
        value: 'research',
        label: 'Research',
        brief: 'research',
        guidance: 'Does research or prepares for it.',
      },
      {
        value: 'hobby',
        label: 'A hobby',
        brief: 'a hobby',
        guidance: 'Learns as a hobby.',
      },
      {
        value: 'teaching',
        label: 'Teaching others',
        brief: 'teaching',
        guidance: 'Wants to teach this to others.',
      },
      {
        value: 'building_projects',
        label: 'Building my own projects',
        brief: 'building projects',
        guidance: 'Wants to build projects.',
      },
    ],
  },
] as const satisfies readonly Question[]
