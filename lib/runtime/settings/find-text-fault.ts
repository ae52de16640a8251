/**
 * What is wrong with any value after careless copying: its own name, quotes, blanks or line ends around it, invisible
 * characters; undefined if nothing.
 */
export function findTextFault(name: string, value: string): string | undefined {
  if (value === '') return undefined
  if (value.trim() === '') return 'is blank'
  if (/^["'`\u2018-\u201f]|["'`\u2018-\u201f]$/u.test(value)) return 'has a quotation mark at its beginning or end'
  if (value !== value.trim()) return 'has blanks or line ends around it'
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value)) return 'has a line end or an invisible character in it'
  if (/^(?:export\s|set\s)/.test(value) || value.startsWith(`${name}=`)) return 'begins with its own name'
  return undefined
}
