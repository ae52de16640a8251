import { promptVersion } from './prompt-texts.ts'

/** The recipe of a rewrite: version of the prompt and model id, for example `p4/gpt-5-mini`. */
export const buildRecipe = (model: string): string => `${promptVersion}/${model}`
