import type { FaultFamily } from './fault.ts'

/** What the guide calls the families. */
export const familyTitles: Readonly<Record<FaultFamily, string>> = {
  slots: 'Code, formulas, figures',
  links: 'Links and images',
  html: 'HTML and scripts',
  markdown: 'Form of the text',
  measurements: 'Measurements',
  numbers: 'Other numbers',
  negations: 'Negations lost',
  claims: 'Negations added',
  identifiers: 'Names and sources',
  language: 'Language and terms',
  remarks: 'Talk about the task',
  characters: 'Hidden characters',
  size: 'Length and loops',
  truncation: 'Parts left out',
}
