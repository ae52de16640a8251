import {
  feedbackCounts,
  insightsAnswer,
  insightsDay,
  insightsModel,
  insightsPassage,
  insightsPeriod,
  insightsTimes,
  kindsOfTimes,
  lessonOutcomes,
  lessonTimes,
  namedCount,
  sectionOutcomes,
  sectionRequests,
} from '../../lib/contract/index.ts'
import { describe, type Component } from './component.ts'

const readers = 'Learners who asked for a lesson, each once.'
const newLearners = 'Learners who were made.'
const dollars = 'What its calls cost, in US dollars; null where the price of a model is not known.'
const savedDollars = 'What the rewrites from the cache would have cost again, by what they cost once.'
const outcomes = {
  cached: 'Came from the cache.',
  written: 'Were written for the request.',
  original: 'Stood as the author wrote them, though they were to be rewritten.',
}

/** Components of the operator's insights. */
export const insightsComponents: Readonly<Record<string, Component>> = {
  Insights: describe(insightsAnswer, 'What was counted. Days are by UTC.', {
    day: 'Today.',
    days: 'How many days the period has, today among them.',
    since: 'The first of them.',
    today: 'Today alone.',
    period: 'All of these days.',
    daily: 'Day by day, oldest first, without a gap.',
    sections:
      'Sections that readers asked to change or rated; those that they want simpler, or find too hard or unclear, come first.',
  }),
  InsightsPeriod: describe(insightsPeriod, 'What was counted in a period.', {
    readers,
    new_learners: newLearners,
    lessons: 'Lessons that were asked for as a whole.',
    sections: 'What became of sections, but for those without prose and locked ones.',
    hit_rate: 'Sections from the cache, of all of them, from 0 to 1; null of none.',
    originals: 'Why sections were shown as the author wrote them, the most frequent reason first.',
    rejections: 'Why the verifier rejected texts, repaired or not, the most frequent reason first.',
    models: 'Model by model.',
    dollars,
    saved_dollars: savedDollars,
    times: 'How long lessons took.',
  }),
  InsightsDay: describe(insightsDay, 'What was counted on a day.', {
    day: 'The day.',
    readers,
    new_learners: newLearners,
    lessons_cached: 'Lessons that came from the cache as a whole.',
    lessons_written: 'Lessons of which something was written, or waited for.',
    sections_cached: outcomes.cached,
    sections_written: outcomes.written,
    sections_original: outcomes.original,
    dollars,
  }),
  InsightsModel: describe(insightsModel, 'What was asked of one model, and saved.', {
    model: 'Its name.',
    input_tokens: 'Tokens of prompts.',
    cached_input_tokens: 'Those of them that the provider still had.',
    output_tokens: 'Tokens of answers.',
    uncounted_calls: 'Sections whose tokens the provider did not count; they are in no sum.',
    dollars,
    saved_input_tokens: 'Tokens of prompts that the cache saved.',
    saved_output_tokens: 'Tokens of answers that it saved.',
    saved_dollars: savedDollars,
  }),
  InsightsTimes: describe(insightsTimes, 'How long lessons took.', {
    first_text: 'Until the first rewritten text was there.',
    whole: 'Until all was there.',
  }),
  KindsOfTimes: describe(kindsOfTimes, 'Lessons from the cache apart from those that were written; null of none.', {
    cached: 'From the cache as a whole.',
    written: 'With something written, or waited for.',
  }),
  LessonTimes: describe(lessonTimes, 'Estimated from a histogram, at most 41 % off.', {
    lessons: 'Of how many lessons.',
    p50: 'Milliseconds that half of them did not exceed.',
    p95: 'Milliseconds that 95 % did not exceed.',
    p99: 'Milliseconds that 99 % did not exceed.',
  }),
  LessonOutcomes: describe(lessonOutcomes, 'How many lessons.', { cached: outcomes.cached, written: outcomes.written }),
  SectionOutcomes: describe(sectionOutcomes, 'How many sections.', outcomes),
  NamedCount: describe(namedCount, 'A reason with its count.', {
    name: 'The code of the reason.',
    count: 'How often.',
  }),
  InsightsSection: describe(insightsPassage, 'What readers asked for and how they rated one section.', {
    lesson: "The lesson's path.",
    section: "The section's id.",
    lesson_title: "The lesson's title; null where it is not published any more.",
    heading: "The section's heading; null where it has none, or is not published any more.",
    asked: 'How often it was asked for otherwise.',
    up: 'How many learners it helped.',
    down: 'How many it did not help.',
    reasons: 'Why not, where they said so.',
  }),
  SectionRequests: describe(sectionRequests, 'How often readers asked for another version of a section.', {
    simpler: 'With the level at `simpler`.',
    deeper: 'With the level at `deeper`.',
    differently: 'Written differently, with the level as it is.',
  }),
  FeedbackCounts: describe(feedbackCounts, 'How many learners gave each reason.', {
    'too-simple': 'Too simple.',
    'too-hard': 'Too hard.',
    unclear: 'Unclear.',
    wrong: 'Wrong.',
    other: 'Something else.',
  }),
}
