import { readAuthorText } from './author-text.ts'
import { readLongest } from './compare-facts.ts'
import { ruleOf } from './fact-kind.ts'

/** Common file extensions. */
const extensions = 'py|cpp|hpp|c|h|ya?ml|xml|json|sh|txt|md|toml|ini|csv'

/** Names from computing, even without backticks. */
const names: readonly RegExp[] = [
  // --fast, --rate=500, -xvf
  /(?<![\p{L}\p{N}_\\|-])-{1,2}[a-z][\w-]*(?:=[^\s)]+)?/giu,
  // print_all(), page.open()
  /(?<![\p{L}\p{N}_])[a-z_][\w.]*\(\)/giu,
  // max_page_size
  /(?<![\p{L}\p{N}_])[a-z\d]+(?:_[a-z\d]+)+(?![\p{L}\p{N}_])/giu,
  // pageHelper, but not kWh
  /(?<![\p{L}\p{N}_])[a-z]{3,}[A-Z][A-Za-z]{2,}(?![\p{L}\p{N}_])/gu,
  // settings.yaml
  new RegExp(String.raw`(?<![\p{L}\p{N}_])[\w-]+\.(?:${extensions})(?![\p{L}\p{N}_])`, 'gu'),
  // site_settings.conf, with any extension
  /(?<![\p{L}\p{N}_])[\w-]*_[\w-]*\.[a-z]{2,}(?![\p{L}\p{N}_])/gu,
  // shop.example, and anything else that an address bar would accept
  /(?<![\p{L}\p{N}_.])[A-Za-z\d-]{2,}(?:\.[A-Za-z\d-]{2,})*\.[a-z]{2,}(?![\p{L}\p{N}_])/gu,
  // /usr/bin
  /(?<![\p{L}\p{N}_/.:)\]])\/[a-z][\w]*(?:\/\w+)+/giu,
]

/** Prevents a flag, a function, a file or a site that the author never named, in a sentence instead of in code. */
export const bareNames = ruleOf({
  reason: 'invented-identifier',
  read: ({ prose }) => readLongest(names.flatMap((pattern) => prose.match(pattern) ?? [])),
  isKnown: ({ value }, task) => readAuthorText(task).shown.includes(value.trim()),
  policy: { added: { say: (name) => `"${name}" does not occur in the section.` } },
})
