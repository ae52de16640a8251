/** Raised whenever a rule of the verifier changes its verdict on any text; stored with every rewrite. */
export const verifierVersion = 6
