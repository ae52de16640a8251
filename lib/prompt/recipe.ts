/** Raised with every change of `prompt-texts.ts` or of the prompt's structure; part of every cache key. */
const promptVersion = 'p4'

/** The recipe of a rewrite: version of the prompt and model id, for example `p4/gpt-5-mini`. */
export const buildRecipe = (model: string): string => `${promptVersion}/${model}`
