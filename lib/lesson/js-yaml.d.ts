/** The part that we use of a package without types. */
declare module 'js-yaml' {
  /** Throws a `YAMLException` that names line and column; undefined for an empty text. */
  export function load(text: string, options: { readonly schema: Schema }): unknown
  /** YAML 1.2: dates stay text. */
  export const CORE_SCHEMA: Schema
  interface Schema {
    readonly kind: unique symbol
  }
}
