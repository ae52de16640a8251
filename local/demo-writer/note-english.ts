import type { NoteTexts } from './note-texts.ts'

/** The note *For you* in English. */
export const noteInEnglish: NoteTexts = {
  background: {
    new: (title) => [
      `Robots are new to you, so take “${title}” as a first meeting: read for the main idea, and let the details wait.`,
      `You need no robotics for “${title}”, only some curiosity and a little patience with new words.`,
      `Since robots are new to you, nothing is lost by reading a paragraph of “${title}” twice.`,
    ],
    'new-and-studied': (title) => [
      `Robots are new to you, but careful reasoning is not, and that is what “${title}” builds on.`,
      `You bring the habit of study to “${title}”; only the machines are new.`,
      `With your studies behind you, the words of “${title}” will be newer than its reasoning.`,
    ],
    experienced: (title) => [
      `You have worked with robots, so read “${title}” for the reasons rather than for the words.`,
      `You know robots from practice: “${title}” is worth reading with one of them in mind.`,
      `With robots behind you, try to be a step ahead of “${title}” and see where it surprises you.`,
    ],
  },
  subject: ({ description }) =>
    description === ''
      ? []
      : [
          `In the author’s words: ${description}`,
          `What it is about, in one line: ${description}`,
          `This is what it sets out to show: ${description}`,
        ],
  goals: {
    career_change: (heading) => [
      `For a change of career, “${heading}” is the part to know well enough to talk about.`,
      `On the way to a new career, read “${heading}” as if a colleague had just asked you about it.`,
      `If this is to become your work, give “${heading}” the most time.`,
    ],
    research: (heading) => [
      `With research in mind, read “${heading}” twice: once for the claim, once for its limits.`,
      `For research, stop at “${heading}” and note what you would test.`,
      `As a researcher, ask at “${heading}” what is assumed and what is shown.`,
    ],
    hobby: (heading) => [
      `As this is for pleasure, feel free to start with “${heading}” and come back to the rest.`,
      `For a hobby there is no hurry: “${heading}” alone is good for an evening.`,
      `Nobody is going to examine you, so linger at “${heading}” if you like it.`,
    ],
    teaching: (heading) => [
      `Since you want to teach this, notice how “${heading}” could be told at a blackboard.`,
      `For your own teaching, retell “${heading}” aloud once you have read it.`,
      `As a teacher, collect the questions that “${heading}” would raise in a class.`,
    ],
    building_projects: (heading) => [
      `For your own projects, “${heading}” is the part to keep open on the bench.`,
      `With a project in mind, ask at “${heading}” what it would change in your own build.`,
      `You want to build things, so read “${heading}” with your own machine beside you, even if it is only a sketch.`,
    ],
  },
}
