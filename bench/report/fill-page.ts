/** The page with the part that this command writes replaced; what is written by hand stays. Throws when it has no place for it. */
export function fillPage(page: string, command: string, text: string): string {
  const begin = `{/* Written by \`${command}\`: */}`
  const end = '{/* (end of what it writes) */}'
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`Cannot fill the page: write "${begin}" and "${end}" where the tables go`)
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`
}
