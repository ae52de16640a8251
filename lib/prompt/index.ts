/** What is sent to a model. */
export { buildPrompt, type Returned } from './build-prompt.ts'
export { instructionsFor } from './prompt-texts.ts'
export type { Prompt } from './prompt.ts'
export { buildRecipe } from './recipe.ts'
export type { LessonContext, WritingTask } from './writing-task.ts'
