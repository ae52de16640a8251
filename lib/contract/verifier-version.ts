/** Raised whenever a rule of the verifier changes its mind about a text; stored with every rewrite. */
export const verifierVersion = 6
