import { characterFaults } from './character-faults.ts'
import type { Fault } from './fault.ts'
import { htmlFaults } from './html-faults.ts'
import { identifierFaults } from './identifier-faults.ts'
import { languageFaults } from './language-faults.ts'
import { linkFaults } from './link-faults.ts'
import { markdownFaults } from './markdown-faults.ts'
import { negationFaults } from './negation-faults.ts'
import { numberFaults } from './number-faults.ts'
import { remarkFaults } from './remark-faults.ts'
import { sizeFaults } from './size-faults.ts'
import { slotFaults } from './slot-faults.ts'
import { truncationFaults } from './truncation-faults.ts'

/** Every fault, family by family, in the order in which the report has them. */
export const catalogue: readonly Fault[] = [
  ...slotFaults,
  ...linkFaults,
  ...htmlFaults,
  ...markdownFaults,
  ...numberFaults,
  ...negationFaults,
  ...identifierFaults,
  ...languageFaults,
  ...remarkFaults,
  ...characterFaults,
  ...sizeFaults,
  ...truncationFaults,
]
