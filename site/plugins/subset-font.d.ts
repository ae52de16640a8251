/** The part of the package that is used here; it brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: {
      readonly targetFormat: 'woff2'
      readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>
      /** OpenType features; all when unset. */
      readonly keepFeatures?: readonly string[]
    },
  ): Promise<Buffer>
}
