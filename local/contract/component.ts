import type { GenericSchema, InferInput } from 'valibot'

type FieldNames<Value> = Value extends readonly unknown[] ? never : Value extends object ? keyof Value & string : never

/** A schema of the API with descriptions of it and of each field. */
export interface Component {
  readonly schema: GenericSchema
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

/** Describes every field of an object's schema: a missing or superfluous description is a type error. */
export const describe = <Schema extends GenericSchema>(
  schema: Schema,
  text: string,
  fields: Readonly<Record<FieldNames<InferInput<Schema>>, string>>,
): Component => ({ schema, text, fields })
