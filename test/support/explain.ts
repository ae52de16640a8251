import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/database.ts'
import type { Statement } from '../../local/sql-request.ts'

/** The plan by which the database answers a statement, as text. */
export async function explain(db: Kysely<Database>, { query, params }: Statement): Promise<string> {
  const [first = '', ...others] = query.split(/\$\d+/)
  const statement = others.reduce(
    (text, part, index) => sql`${text}${sql.val(params[index])}${sql.raw(part)}`,
    sql`explain ${sql.raw(first)}`,
  )
  const { rows } = await statement.execute(db)
  return rows.map((row) => Object.values(row as object).join('')).join('\n')
}
