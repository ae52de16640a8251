import type { Localized, Question } from '../../../../../lib/learner/questionnaire.ts'

/** What the questionnaire's pages say around the questions themselves. */
export const phrases = {
  next: { en: 'Continue', ur: 'آگے' },
  finish: { en: 'Finish', ur: 'مکمل کریں' },
  back: { en: 'Back', ur: 'پیچھے' },
  later: { en: 'Not now', ur: 'ابھی نہیں' },
  chooseOne: { en: 'Choose one to go on.', ur: 'آگے بڑھنے کے لیے ایک جواب چنیں۔' },
  chooseSome: { en: 'Choose at least one to go on.', ur: 'آگے بڑھنے کے لیے کم از کم ایک جواب چنیں۔' },
  soFar: { en: 'So far', ur: 'اب تک' },
  sending: { en: 'Keeping your answers…', ur: 'آپ کے جوابات محفوظ ہو رہے ہیں…' },
} as const satisfies Record<string, Localized>

/** "Question 2 of 6". */
export function questionOf(number: number, count: number, language: keyof Localized): string {
  return language === 'ur' ? `سوال ${number} از ${count}` : `Question ${number} of ${count}`
}

/** What is said beside a question that was passed over. */
export function missingAnswer(question: Question, language: keyof Localized): string {
  return phrases[question.kind === 'some' ? 'chooseSome' : 'chooseOne'][language]
}
