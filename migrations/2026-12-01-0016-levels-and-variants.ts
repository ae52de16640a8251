import { sql, type Kysely } from 'kysely'

/**
 * Plain names: a section is read at a level and in a variant; a proof has its readability, and counts what is preserved; texts
 * are rejected.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table users rename column take to variant`.execute(db)
  await sql`alter table users rename column take_read to variant_read`.execute(db)
  await sql`alter table personalized_content_cache rename column dial to level`.execute(db)
  await sql`alter table personalized_content_cache rename column take to variant`.execute(db)
  await renameInProofs(db, { from: { ease: 'level', count: 'kept' }, to: { ease: 'readability', count: 'preserved' } })
  await sql`update insights_daily set measure = 'rejection' where measure = 'turned-down'`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`update insights_daily set measure = 'turned-down' where measure = 'rejection'`.execute(db)
  await renameInProofs(db, { from: { ease: 'readability', count: 'preserved' }, to: { ease: 'level', count: 'kept' } })
  await sql`alter table personalized_content_cache rename column variant to take`.execute(db)
  await sql`alter table personalized_content_cache rename column level to dial`.execute(db)
  await sql`alter table users rename column variant_read to take_read`.execute(db)
  await sql`alter table users rename column variant to take`.execute(db)
}

interface ProofNames {
  /** Of what says how hard a text is to read. */
  readonly ease: string
  /** Of how many parts are as the author has them, in `slots`, `links` and `terms`. */
  readonly count: string
}

async function renameInProofs(
  db: Kysely<never>,
  { from, to }: { readonly from: ProofNames; readonly to: ProofNames },
): Promise<void> {
  await sql`
    update personalized_content_cache
    set proof = (proof - ${from.ease}::text) || jsonb_build_object(${to.ease}::text, proof -> ${from.ease}::text)
    where proof ? ${from.ease}::text`.execute(db)
  for (const part of ['slots', 'links', 'terms'])
    await sql`
      update personalized_content_cache
      set proof = jsonb_set(proof, array[${part}::text],
        ((proof -> ${part}::text) - ${from.count}::text)
          || jsonb_build_object(${to.count}::text, proof -> ${part}::text -> ${from.count}::text))
      where proof -> ${part}::text ? ${from.count}::text`.execute(db)
}
