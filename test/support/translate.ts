interface Message {
  readonly id: string
  readonly message: string
}

/** Stands in for `@docusaurus/Translate`, which only a built site has: the English words, with their values filled in. */
export function translate({ message }: Message, values: Readonly<Record<string, string | number>> = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
