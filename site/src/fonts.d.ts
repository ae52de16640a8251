/** A font imported for its address. */
declare module '*.woff2' {
  const address: string
  export default address
}

/** One that is cut to these weights: see plugins/latin-fonts. */
declare module '*.woff2?wght=400-700' {
  const address: string
  export default address
}
