/** A row of a Markdown table. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Words as they are, in a page of MDX. */
export const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]{}<>|#]/g, '\\$&')
