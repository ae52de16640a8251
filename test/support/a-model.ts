/** A model of the test's own that follows a script: its name is part of the recipe, so its cache is the test's own too. */
export function aModel(script: string): string {
  const name = `${script}:${crypto.randomUUID()}`
  process.env['OPENAI_MODEL'] = name
  return name
}
