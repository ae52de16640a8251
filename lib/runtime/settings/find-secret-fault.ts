/** What is wrong with a key or secret, which must fit into an HTTP header; undefined if nothing. */
export function findSecretFault(value: string): string | undefined {
  if (/\s/.test(value)) return 'has a blank in it'
  if (!/^[\x21-\x7e]*$/.test(value)) return 'has characters in it that no key has'
  return /["'`]/.test(value) ? 'has a quotation mark in it' : undefined
}
