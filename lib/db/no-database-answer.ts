/** The response was not a database's; the message says why without quoting any of it. */
export class NoDatabaseAnswer extends Error {
  override readonly name = 'NoDatabaseAnswer'
}
