/** The words that turn a statement into its opposite, by language. Matched as whole words. */
const words: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])(?:not|never|no|nor|neither|none|nothing|nobody|cannot|without|\p{L}+n['’]t)(?![\p{L}\p{N}])/giu,
  ur: /(?<![\p{L}\p{M}])(?:نہیں|نہ|مت|کبھی|ہرگز|بغیر|منع|ممنوع|بلا|بنا|ناممکن|گریز|خالی|سوا|سوائے|بجائے|علاوہ|محروم|انکار|پرہیز)(?![\p{L}\p{M}])/gu,
}

/** How many negations a text has; undefined in a language whose negations are not known. */
export function countNegations(text: string, language: string): number | undefined {
  const pattern = words[language]
  return pattern === undefined ? undefined : (text.match(pattern)?.length ?? 0)
}
