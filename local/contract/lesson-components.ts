import {
  answeredLesson,
  answeredSection,
  lessonAnswer,
  lessonEndSchema,
  lessonProofSchema,
  lessonStartSchema,
  lessonVersionSchema,
  readabilitySchema,
  originalReasonSchema,
  proofSchema,
  sectionBlockSchema,
  sectionEndSchema,
  streamErrorSchema,
  usageSchema,
  versionSectionSchema,
} from '../../lib/contract/index.ts'
import { describe, type Component } from './component.ts'

const lessonWords = {
  slug: "The lesson's path.",
  title: 'Its title.',
  language: 'The language that it is written in, for example `en`.',
}
const versionWords = {
  content_hash: 'SHA-256 of its source.',
  key: 'Key of this finished version at `GET /api/rewrites/{key}`.',
  recipe: 'Version of the prompt and the model.',
  model: 'The model, and whether it is the local demo writer.',
}
const writtenAt = 'When the newest rewrite in it was written.'
const identityWords = {
  key: "Key of the section's rewrite; null where nothing was to be written.",
  written_at: "When the text was written (ISO 8601); null where the author's stands.",
}
const readingWords = {
  facets: 'Ids of the questions whose answers the section depends on.',
  level: 'How far it leans from the profile.',
  variant: 'Which of three explanations it is.',
}
const sourceWords = {
  source: "`rewrite`, or `original` where the author's text stands.",
  proof: 'The counted facts behind the verdict; null when no model was asked.',
}
const reason = "Why the author's text stands."
const sectionWords = {
  id: "The section's id: its heading's anchor.",
  heading: 'Its heading, translated where the text is; null for what stands before the first heading.',
  markdown: 'Its text without the heading, in the form that was asked for.',
  ...sourceWords,
  ...identityWords,
  ...readingWords,
}
const { lesson, model, sections } = lessonStartSchema.entries
const { slots, invented, words } = proofSchema.entries

const countWords = {
  slots: 'Code, formulas, figures and the like: how many were preserved, of how many.',
  links: 'Links: how many were preserved, of how many.',
  invented: 'Identifiers and measurements that the original does not have.',
  terms: 'Glossary terms that still stand, of those of the section.',
  words: 'Words before and after.',
}

/** Components of a personalized lesson, as JSON and as events. */
export const lessonComponents: Readonly<Record<string, Component>> = {
  PersonalizedLesson: describe(lessonAnswer, 'A lesson rewritten for its reader. It is always whole.', {
    personalized_content: 'The whole lesson as Markdown, the note *For you* first.',
    cached: 'Whether no section was written for this request.',
    generated_at: writtenAt,
    lesson: 'Which lesson it is, and which version.',
    sections: 'Its sections in reading order; the opening note comes first, with the id `for-you`.',
    summary: 'The same sum that ends a stream.',
  }),
  AnsweredLesson: describe(answeredLesson, 'Which lesson, and which version of it.', {
    ...lessonWords,
    ...versionWords,
  }),
  AnsweredSection: describe(answeredSection, 'One section of the answer.', {
    ...sectionWords,
    cached: 'Whether it was there before this request.',
    reason,
  }),
  LessonVersion: describe(
    lessonVersionSchema,
    'A finished version of a lesson. It never changes, and names no learner.',
    {
      lesson: 'Which lesson it is.',
      ...versionWords,
      language: 'The language of the rewrites.',
      generated_at: writtenAt,
      proof: 'The proofs of all sections in one.',
      sections: 'Its sections in reading order, without the opening note.',
    },
  ),
  VersionSection: describe(versionSectionSchema, 'One section of a finished version.', sectionWords),
  LessonStart: describe(lessonStartSchema, 'First, once: what the lesson will be.', {
    lesson: 'Which lesson it is.',
    ...versionWords,
    language: 'The language that is written in.',
    sections: 'Its sections in reading order, the opening note first.',
  }),
  LessonName: describe(lesson, 'Which lesson it is.', lessonWords),
  ModelName: describe(model, 'Who writes.', {
    name: 'The model, as its provider calls it.',
    demo: 'Whether it is the local demo writer, which works by rules.',
  }),
  PlannedSection: describe(sections.item, 'One section, as it is planned.', {
    id: "The section's id: its heading's anchor.",
    heading: "The author's heading; null for what stands before the first one.",
    state:
      '`cached`: it comes at once. `writing`: it is written now. `waiting`: another request is writing it. `as-written`: there is nothing to rewrite.',
    ...readingWords,
  }),
  SectionBlock: describe(sectionBlockSchema, 'A paragraph, list, table or admonition is finished and checked.', {
    section: "The section's id.",
    index: 'Its place within the section, from 0.',
    markdown: 'Its text.',
  }),
  SectionEnd: describe(
    sectionEndSchema,
    "Once for each section, when it is resolved. Without `markdown` the sent blocks are final; with `source: original` they are taken back and the author's text stands.",
    {
      section: "The section's id.",
      cached: 'Whether it was there before this request.',
      reason,
      heading: 'The translated heading; absent where the heading stands as written.',
      markdown: 'The whole text, instead of the blocks.',
      ...sourceWords,
      ...identityWords,
    },
  ),
  LessonEnd: describe(lessonEndSchema, 'Last, once: the sum. A stream that ends without it was cut off.', {
    cached: 'Sections that were there.',
    written: 'Sections that were written for this request, or for another one at the same time.',
    original: 'Sections that stand as their author wrote them.',
    usage: 'Tokens that this request used.',
    generated_at: writtenAt,
    proof: 'The proofs of all sections in one.',
  }),
  StreamError: describe(
    streamErrorSchema,
    'Instead of `lesson-end`: the work broke on the server. What arrived before it stands.',
    {
      error: '`internal-error` or `database-unavailable`.',
      message: 'What happened, for people.',
      retryable: 'Whether asking again can help.',
    },
  ),
  OriginalReason: describe(
    originalReasonSchema,
    'Why a section stands as its author wrote it, or why a text was rejected: a closed list. The guide says each in plain words.',
    {},
  ),
  Proof: describe(proofSchema, 'The counted facts behind a verdict.', {
    verdict: 'Whether the verifier took the text.',
    reasons: 'Why it was rejected, the decisive reason first; empty when accepted.',
    ...countWords,
    language: 'The language of the text.',
    readability: 'How hard it is to read; null where that could not be measured.',
    attempts: 'How many texts were asked for: 1 or 2.',
    model: 'The model that wrote it, as its provider calls it.',
    recipe: 'Version of the prompt and the model.',
    verifier_version: 'Version of the rules that it was held against.',
    usage: 'Tokens that it took.',
  }),
  LessonProof: describe(lessonProofSchema, "The proofs of a lesson's rewrites in one, without the opening note.", {
    sections: 'How many rewrites it sums up.',
    ...countWords,
    readability: 'The mean of the sections that were measured, each weighted by its words.',
    attempts: 'How many texts were asked for.',
  }),
  Readability: describe(
    readabilitySchema,
    'How hard a text and its rewrite are to read, to one decimal; null where there is too little text.',
    {
      measure: 'US school years for English from English; else words in a sentence.',
      before: "The author's text.",
      after: 'The rewrite.',
    },
  ),
  Preserved: describe(slots, 'How many were preserved.', { preserved: 'How many.', total: 'Of how many.' }),
  Invented: describe(invented, 'What the original does not have.', {
    identifiers: 'Names of functions, files, flags and the like.',
    measurements: 'Numbers with a unit.',
  }),
  Words: describe(words, 'Words of a section and its rewrite.', {
    before: "The author's.",
    after: "The rewrite's.",
  }),
  Usage: describe(usageSchema, 'Tokens as the provider counted them; null where it did not say.', {
    input_tokens: 'Of the prompt.',
    cached_input_tokens: 'Of these, those that the provider had cached.',
    output_tokens: 'Of the text.',
  }),
}
