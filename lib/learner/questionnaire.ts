/**
 * The questionnaire: the one place where the six questions are defined. Validation, the profile keys, the prompt,
 * the pages `/onboarding` and `/profile` and the badge on a lesson are all derived from it.
 */

/** A text in each language of the user interface. */
export type Localized = Readonly<Record<'en' | 'ur', string>>

/** Which sections a question's answer touches; see design: profile keys. */
export type Touches = 'all' | 'prose' | 'code' | 'ai' | 'note'

/** One answer that can be chosen. */
export interface Choice {
  readonly value: string
  readonly label: Localized
  /** The answer said in a few words, for the badge: "some Python". */
  readonly brief: Localized
  /** What the answer means for the writer, in English; part of the prompt. */
  readonly guidance: string
  /** For whom this answer speaks, where it says how hard a text may be; see `lib/rewrite/verify/advise-level.ts`. */
  readonly standing?: 'newcomer' | 'expert'
}

interface QuestionText {
  readonly touches: Touches
  readonly title: Localized
  readonly hint: Localized
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

/** The six questions, in the order in which they are asked. */
export const questionnaire = [
  {
    id: 'preferred_language',
    kind: 'one',
    touches: 'all',
    title: { en: 'Which language do you want to read in?', ur: 'آپ کس زبان میں پڑھنا چاہتے ہیں؟' },
    hint: {
      en: 'Technical terms stay in English in either language.',
      ur: 'تکنیکی اصطلاحات دونوں زبانوں میں English ہی میں رہتی ہیں۔',
    },
    choices: [
      {
        value: 'en',
        label: { en: 'English', ur: 'English' },
        brief: { en: 'in English', ur: 'English میں' },
        guidance: 'Write in English.',
      },
      {
        value: 'ur',
        label: { en: 'اردو (Urdu)', ur: 'اردو' },
        brief: { en: 'in Urdu', ur: 'اردو میں' },
        guidance: 'Write in Urdu, in Urdu script, with every technical term kept in English, in Latin script.',
      },
    ],
  },
  {
    id: 'education_level',
    kind: 'one',
    touches: 'prose',
    title: { en: 'How far have you studied?', ur: 'آپ نے کہاں تک تعلیم حاصل کی ہے؟' },
    hint: {
      en: 'Sets how much mathematics and formal language a lesson assumes.',
      ur: 'اس سے طے ہوتا ہے کہ سبق کتنی ریاضی اور رسمی زبان فرض کرے۔',
    },
    choices: [
      {
        value: 'high_school',
        label: { en: 'High school', ur: 'ہائی اسکول' },
        brief: { en: 'high school', ur: 'ہائی اسکول' },
        guidance:
          'Has studied to high school: short sentences, everyday words, no university mathematics taken for granted.',
        standing: 'newcomer',
      },
      {
        value: 'undergraduate',
        label: { en: 'Undergraduate', ur: 'انڈرگریجویٹ' },
        brief: { en: 'undergraduate', ur: 'انڈرگریجویٹ' },
        guidance: 'Is an undergraduate: knows calculus and linear algebra, may need a reminder of how they are used.',
      },
      {
        value: 'graduate',
        label: { en: 'Graduate', ur: 'گریجویٹ' },
        brief: { en: 'graduate', ur: 'گریجویٹ' },
        guidance: 'Has a graduate education: is at ease with mathematics and formal language.',
        standing: 'expert',
      },
      {
        value: 'professional',
        label: { en: 'Working professional', ur: 'پیشہ ور' },
        brief: { en: 'working professional', ur: 'پیشہ ور' },
        guidance: 'Is a working professional: wants what matters in practice, trade-offs and consequences first.',
        standing: 'expert',
      },
    ],
  },
  {
    id: 'programming_experience',
    kind: 'one',
    touches: 'code',
    title: { en: 'How much have you programmed?', ur: 'آپ کو پروگرامنگ کا کتنا تجربہ ہے؟' },
    hint: {
      en: 'Sets how closely the text walks you through code. The code itself never changes.',
      ur: 'اس سے طے ہوتا ہے کہ متن code کو کتنی تفصیل سے سمجھائے۔ code خود کبھی نہیں بدلتا۔',
    },
    choices: [
      {
        value: 'none',
        label: { en: 'Not at all', ur: 'بالکل نہیں' },
        brief: { en: 'new to programming', ur: 'پروگرامنگ میں نئے' },
        guidance: 'Has never programmed: say in plain words what each piece of code does before naming it.',
        standing: 'newcomer',
      },
      {
        value: 'beginner',
        label: { en: 'A little', ur: 'تھوڑا سا' },
        brief: { en: 'some programming', ur: 'کچھ پروگرامنگ' },
        guidance: 'Has programmed a little: explain the important lines of code and any unusual syntax.',
      },
      {
        value: 'intermediate',
        label: { en: 'Comfortable', ur: 'اچھا خاصا' },
        brief: { en: 'comfortable with code', ur: 'code میں ماہرانہ روانی' },
        guidance: 'Programs comfortably: explain what is specific to robotics, not the language.',
      },
      {
        value: 'advanced',
        label: { en: 'It is my craft', ur: 'یہی میرا ہنر ہے' },
        brief: { en: 'expert programmer', ur: 'ماہر پروگرامر' },
        guidance: 'Is an expert programmer: point at design decisions and pitfalls, skip walkthroughs.',
        standing: 'expert',
      },
    ],
  },
  {
    id: 'robotics_background',
    kind: 'yes-no',
    touches: 'prose',
    title: { en: 'Have you worked with robots before?', ur: 'کیا آپ نے پہلے روبوٹس پر کام کیا ہے؟' },
    hint: {
      en: 'A course, a kit, a lab or a job: anything hands-on counts.',
      ur: 'کوئی کورس، kit، لیب یا ملازمت: ہر عملی تجربہ شمار ہوتا ہے۔',
    },
    choices: [
      {
        value: 'false',
        label: { en: 'No, robots are new to me', ur: 'نہیں، روبوٹس میرے لیے نئے ہیں' },
        brief: { en: 'new to robotics', ur: 'روبوٹکس میں نئے' },
        guidance:
          'Is new to robotics: explain each robotics term at first mention, with an everyday comparison where it helps.',
        standing: 'newcomer',
      },
      {
        value: 'true',
        label: { en: 'Yes, I have', ur: 'جی ہاں، کیا ہے' },
        brief: { en: 'knows robots', ur: 'روبوٹس سے واقف' },
        guidance: 'Has worked with robots: use robotics terms without defining them.',
        standing: 'expert',
      },
    ],
  },
  {
    id: 'ai_ml_experience',
    kind: 'one',
    touches: 'ai',
    title: {
      en: 'How much do you know about AI and machine learning?',
      ur: 'آپ AI اور machine learning کے بارے میں کتنا جانتے ہیں؟',
    },
    hint: {
      en: 'Changes only the lessons about AI.',
      ur: 'صرف AI کے اسباق پر اثر انداز ہوتا ہے۔',
    },
    choices: [
      {
        value: 'none',
        label: { en: 'Nothing yet', ur: 'ابھی کچھ نہیں' },
        brief: { en: 'new to AI', ur: 'AI میں نئے' },
        guidance: 'Knows nothing of machine learning yet: explain its terms from the ground up.',
        standing: 'newcomer',
      },
      {
        value: 'basic',
        label: { en: 'The basics', ur: 'بنیادی باتیں' },
        brief: { en: 'AI basics', ur: 'AI کی بنیادی باتیں' },
        guidance: 'Knows the basics of machine learning: models, training, data.',
      },
      {
        value: 'intermediate',
        label: { en: 'I have trained models', ur: 'میں models train کر چکا/چکی ہوں' },
        brief: { en: 'has trained models', ur: 'models train کیے ہیں' },
        guidance: 'Has trained models: compare with supervised learning practice where that helps.',
      },
      {
        value: 'advanced',
        label: { en: 'It is my field', ur: 'یہ میرا شعبہ ہے' },
        brief: { en: 'AI expert', ur: 'AI کے ماہر' },
        guidance: 'Is an expert in machine learning: go straight to what the physical world changes.',
        standing: 'expert',
      },
    ],
  },
  {
    id: 'learning_goals',
    kind: 'some',
    touches: 'note',
    title: { en: 'What are you learning this for?', ur: 'آپ یہ کس مقصد کے لیے سیکھ رہے ہیں؟' },
    hint: {
      en: 'Choose one or more. Shapes the short note at the top of a lesson, not the lesson.',
      ur: 'ایک یا زیادہ چنیں۔ یہ صرف سبق کے شروع کے مختصر نوٹ کو بدلتا ہے، سبق کو نہیں۔',
    },
    choices: [
      {
        value: 'career_change',
        label: { en: 'A change of career', ur: 'پیشے کی تبدیلی' },
        brief: { en: 'changing career', ur: 'پیشہ بدلنا' },
        guidance: 'Wants to move into robotics as a career.',
      },
      {
        value: 'research',
        label: { en: 'Research', ur: 'تحقیق' },
        brief: { en: 'research', ur: 'تحقیق' },
        guidance: 'Does research or prepares for it.',
      },
      {
        value: 'hobby',
        label: { en: 'A hobby', ur: 'شوق' },
        brief: { en: 'a hobby', ur: 'شوق' },
        guidance: 'Learns as a hobby.',
      },
      {
        value: 'teaching',
        label: { en: 'Teaching others', ur: 'دوسروں کو پڑھانا' },
        brief: { en: 'teaching', ur: 'پڑھانا' },
        guidance: 'Wants to teach this to others.',
      },
      {
        value: 'building_projects',
        label: { en: 'Building my own projects', ur: 'اپنے منصوبے بنانا' },
        brief: { en: 'building projects', ur: 'منصوبے بنانا' },
        guidance: 'Wants to build projects.',
      },
    ],
  },
] as const satisfies readonly Question[]
