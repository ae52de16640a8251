import type { ReadingStyle } from '../reading-style.ts'
import type { SectionFeatures } from '../section-features.ts'

type Level = ReadingStyle['level']
/** Lines of one level: specific to what the section contains, and general ones. */
interface ClosingLines {
  readonly specific: readonly string[]
  readonly general: readonly string[]
}

const linesByLevel: Readonly<Record<Level, (features: SectionFeatures) => ClosingLines>> = {
  beginner: (features) => ({
    specific: [
      ...when(features.hasProgram, [
        'Before you run the program, guess what it will print first, and then compare.',
        'Run the program once as it is; then change a single number and see what follows from it.',
      ]),
      ...when(features.hasCommands, [
        'Try the commands one at a time, and read what comes back before you go on.',
        'If a command answers with an error, read its last line first: that is most often where the cause stands.',
      ]),
      ...when(features.hasFormula, [
        'There is no need to memorise the formula: read it once like a sentence, symbol by symbol.',
        'If the formula looks dense, find what each symbol stands for first; the rest is arithmetic.',
      ]),
      ...when(features.hasTable, [
        'Go through the table row by row, and stay a moment with any row that surprises you.',
        'Read one row of the table aloud as a full sentence: it shows at once what the columns mean.',
      ]),
      ...when(features.hasPicture, [
        'Look at the picture once more now: it tells the same story without sentences.',
        'Go back to the picture for a moment and find in it what you have just read.',
      ]),
      ...nameTerms(features.keyTerms, {
        one: (term) => [
          `The word to take with you is ${term}.`,
          `Say in your own words what ${term} means before you go on.`,
        ],
        two: (terms) => [
          `The words to take with you are ${terms}.`,
          `Say in your own words what ${terms} mean before you go on.`,
        ],
      }),
    ],
    general: [
      ...when(features.heading, (heading) => [
        `Before you go on, try to say in one sentence what “${heading}” was about.`,
        `If you could explain “${heading}” to a friend now, you have what you need.`,
        `Which sentence of “${heading}” surprised you most? Read that one again.`,
      ]),
      ...when(features.way, ({ from, to }) => [`The way from here goes in small steps, from “${from}” to “${to}”.`]),
      'Stop here for a moment and tell it again in your own words.',
      'Draw it with a few boxes and arrows, however rough: a drawing shows what is still unclear.',
      'There is no need to hold on to every detail yet.',
    ],
  }),
  middle: (features) => ({
    specific: [
      ...when(features.hasProgram, [
        'Change one value in the program, predict the effect, and run it again.',
        'Find the one line of the program that everything else depends on.',
      ]),
      ...when(features.hasCommands, ['The commands are worth a try on a machine of your own before you go on.']),
      ...when(features.hasFormula, [
        'Check the units on both sides of the formula once: it is the quickest test of having read it right.',
        'Put one extreme value into the formula and see whether the result makes sense.',
        'Say in words what the formula does when one quantity doubles and the others stay.',
      ]),
      ...when(features.hasTable, [
        'The table is the part to come back to later.',
        'Ask of each row in the table what its opposite would cost.',
      ]),
      ...when(features.hasPicture, ['Redraw the picture from memory: what is missing is what to read again.']),
      ...nameTerms(features.keyTerms, {
        one: (term) => [
          `Make sure that ${term} is clear before you read on.`,
          `By now you can say what ${term} means without looking it up.`,
        ],
        two: (terms) => [
          `Make sure that ${terms} are clear before you read on.`,
          `By now you can say what ${terms} mean without looking them up.`,
        ],
      }),
    ],
    general: [
      ...when(features.way, ({ from, to }) => [`The argument runs from “${from}” to “${to}”.`]),
      ...when(features.heading, (heading) => [
        `Suppose you had one slide for “${heading}”: which sentence would you keep?`,
        `Try to retell “${heading}” in three sentences before you read on.`,
        `What would you ask the author about “${heading}”? Write the question down.`,
      ]),
      'Find one thing here that you had assumed to be different.',
      'Try to think of a robot for which this would not hold.',
      'Note what you think now, and compare it with the end of the lesson.',
    ],
  }),
  expert: (features) => ({
    specific: [
      ...when(features.hasProgram, [
        'For practice: predict what the listing prints at its limits before you run it.',
        'Watch for what the listing does not check.',
      ]),
      ...when(features.hasCommands, [
        'For practice: run the commands on a system of your own and account for every difference.',
      ]),
      ...when(features.hasFormula, [
        'For practice: take the formula to its limits and say which term dominates in each.',
        'Watch for the assumptions under which the formula holds.',
        'For practice: derive the formula again from its definitions, without looking.',
      ]),
      ...when(features.hasTable, [
        'Watch for the rows of the table that your own system would contradict.',
        'For practice: add the row that your own system needs to the table.',
      ]),
      ...when(features.hasPicture, [
        'Watch for what the figure leaves out.',
        'For practice: mark in the figure where your own system differs.',
      ]),
      ...nameTerms(features.keyTerms, {
        one: (term) => [
          `Watch for the exact sense in which ${term} is used here.`,
          `For practice: define ${term} in one line, limits included.`,
        ],
        two: (terms) => [
          `Watch for the exact sense in which ${terms} are used here.`,
          `For practice: define ${terms} in one line each, limits included.`,
        ],
      }),
      ...when(features.linkText, (text) => [`For more depth, follow “${text}”.`]),
    ],
    general: [
      ...when(features.way, ({ from, to }) => [`Watch for how the argument gets from “${from}” to “${to}”.`]),
      ...when(features.heading, (heading) => [
        `For practice: explain “${heading}” to a colleague in two sentences, limits included.`,
        `For practice: list what in “${heading}” depends on the hardware and what does not.`,
      ]),
      'Watch for the assumptions that are made here without being named.',
      'For practice: write down the first failure you would test for.',
      'Watch for the trade-off: what is gained here is paid for somewhere.',
      'For practice: compare this with the last system you built.',
    ],
  }),
}

const quizLines: Readonly<Record<Level, readonly string[]>> = {
  beginner: [
    'Write each answer down before you open the solution: what you wrote yourself stays with you.',
    'Take your time. An answer in your own words counts, even if it is not worded like the book’s.',
    'If a question stops you, go back to the part it comes from, and then try again.',
  ],
  middle: [
    'ChatAnswer from memory first, and open the solutions only then.',
    'Give a reason with each answer: the reason is what the question is about.',
    'Where your answer differs, look for the sentence in the lesson that decides it.',
  ],
  expert: [
    'For practice: answer each one again for a system of your own.',
    'Watch for the condition under which each of these answers would change.',
    'For practice: turn one of the questions round, so that the answer is no.',
  ],
}

/** The lines a section could end with, best first; at least three. */
export function closingLines(level: Level, features: SectionFeatures): ClosingLines {
  if (features.isQuiz) return { specific: quizLines[level], general: [] }
  return linesByLevel[level](features)
}

/** Lines that only apply if a feature is present; they may name it. */
function when<T>(
  feature: T | null | false,
  lines: readonly string[] | ((feature: T) => readonly string[]),
): readonly string[] {
  if (feature === null || feature === false) return []
  return typeof lines === 'function' ? lines(feature) : lines
}

function nameTerms(
  terms: readonly string[],
  say: Readonly<Record<'one' | 'two', (terms: string) => string[]>>,
): string[] {
  const [first, second] = terms.map((term) => `**${term}**`)
  if (!first) return []
  return second ? say.two(`${first} and ${second}`) : say.one(first)
}
