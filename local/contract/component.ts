import type { GenericSchema, InferInput } from 'valibot'

type FieldNames<Value> = Value extends readonly unknown[] ? never : Value extends object ? keyof Value & string : never

/** A schema of the API with its words: what it is, and what each of its fields means. */
export interface Component {
  readonly schema: GenericSchema
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

/** Names every field of an object's schema: one that has no words, or words for one that is not there, is a type error. */
export const describe = <Schema extends GenericSchema>(
  schema: Schema,
  text: string,
  fields: Readonly<Record<FieldNames<InferInput<Schema>>, string>>,
): Component => ({ schema, text, fields })
