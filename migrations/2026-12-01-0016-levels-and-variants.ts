import { sql, type Kysely } from 'kysely'

/** The words of the field for how a section is read: its level and its variant; and for what a proof says of reading ease. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table users rename column take to variant`.execute(db)
  await sql`alter table users rename column take_read to variant_read`.execute(db)
  await sql`alter table personalized_content_cache rename column dial to level`.execute(db)
  await sql`alter table personalized_content_cache rename column take to variant`.execute(db)
  await renameInProofs(db, { from: 'level', to: 'readability' })
}

export async function down(db: Kysely<never>): Promise<void> {
  await renameInProofs(db, { from: 'readability', to: 'level' })
  await sql`alter table personalized_content_cache rename column variant to take`.execute(db)
  await sql`alter table personalized_content_cache rename column level to dial`.execute(db)
  await sql`alter table users rename column variant_read to take_read`.execute(db)
  await sql`alter table users rename column variant to take`.execute(db)
}

const renameInProofs = (db: Kysely<never>, { from, to }: { readonly from: string; readonly to: string }) =>
  sql`
    update personalized_content_cache
    set proof = (proof - ${from}::text) || jsonb_build_object(${to}::text, proof -> ${from}::text)
    where proof ? ${from}::text`.execute(db)
