/** What came in place of a database's answer; its message says it in words that quote nothing. */
export class NoDatabaseAnswer extends Error {
  override readonly name = 'NoDatabaseAnswer'
}
